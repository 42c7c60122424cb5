import type { ConsentPurpose, Employment, PersonStatus } from '../documents'

/** Functions of `account`: who is calling, what they agreed to, where a scanned code leads. */
export interface AccountApi {
  boot(input: Record<string, never>): Boot
  register(input: Registration): Me
  resolveScene(input: { scene: string }): SceneTarget
}

export interface Boot {
  /** Absent for a guest: nothing is stored of them. */
  me?: Me
  /** The agreement versions in force; a consent given to an older one is asked again. */
  agreements: Record<ConsentPurpose, string>
  /** Street unions, for the filter of the activity list. */
  streets: { orgId: string; name: string }[]
  hotline: string
}

/** The caller as shown to themselves. Name and phone are masked: 林*, 138****6620. */
export interface Me {
  personId: string
  name: string
  phone: string
  employment: Employment
  status: PersonStatus
  orgName?: string
  memberNo?: string
  largeText: boolean
  /** Epoch ms until which numbered activities are closed to them. */
  suspendedUntil?: number
}

export interface Registration {
  /** 2–20 characters. */
  name: string
  /** Single-use code of WeChat's phone button, valid five minutes. */
  phoneCode: string
  employment: Employment
  largeText?: boolean
  /** Purpose and version of each text the person agreed to; PROFILE and PHONE are needed. */
  consents: { purpose: ConsentPurpose; version: string }[]
}

export type SceneTarget = { target: 'activity'; params: { activityId: string } }
