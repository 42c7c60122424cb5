import type { Page } from '../contract'
import type {
  Cap,
  ConsentPurpose,
  Employment,
  GrantState,
  OrgKind,
  PersonStatus,
  Role,
  TemplateKey,
  Trigger,
} from '../documents'

/** Functions of `account`: who is calling, what they agreed to, what they were told, who may do what. */
export interface AccountApi {
  boot(input: Record<string, never>): Boot
  register(input: Registration): Me
  resolveScene(input: { scene: string }): SceneTarget

  /** Newest first. */
  inbox(input: { cursor?: string }): Page<InboxItem>
  /** These, or all of them; answers how many stay unread. */
  inboxRead(input: { ids: string[] } | { all: true }): { unread: number }
  /** What WeChat's sheet answered; `opId` counts one answer once. */
  subscribeReport(input: SubscribeReport): SubscribeBalance
  /** What the caller holds between two local dates (both included, at most 62 days). */
  agenda(input: { from: string; to: string; ics?: boolean }): Agenda

  /** Children of `parentId` (the root when absent), or names that contain `q`. */
  orgTree(input: OrgFilter): Page<OrgItem>
  orgSave(input: OrgInput): OrgItem
  roleList(input: { orgId?: string; personId?: string; cursor?: string }): Page<GrantItem>
  /** Finds the person by the whole phone number, so that nobody can leaf through people. */
  personFind(input: { phone: string }): FoundPerson
  /** FINANCE, APPROVE and ADMIN wait for a second administrator. For oneself only ADMIN: to go on when it ends. */
  roleGrant(input: RoleGrant): GrantItem
  roleConfirm(input: { grantId: string; agree: boolean }): GrantItem
  roleRevoke(input: { grantId: string; reason: string }): GrantItem
  /** Agrees to a text, in the version that is in force, or takes that back. Each is a row of the ledger. */
  consentSet(input: { purpose: ConsentPurpose; version: string; give: boolean }): { repeated: boolean }
  /** Holidays and worked weekends of a year. */
  calendarDays(input: { year: number }): CalendarOfYear
  /** Imports a year; `rev` 0 for the first time. */
  calendarSave(input: CalendarImport): CalendarOfYear
  settings(input: Record<string, never>): { settings: SettingItem[] }
  settingSave(input: { key: string; value: number; rev: number }): SettingItem
  /** With one of the two one-time codes of the deployment; see README. */
  firstAdmin(input: { code: string }): GrantItem
}

export interface Boot {
  /** Absent for a guest: nothing is stored of them. */
  me?: Me
  /** The agreement versions in force; a consent given to an older one is asked again. */
  agreements: Record<ConsentPurpose, string>
  /** Street unions, for the filter of the activity list. */
  streets: { orgId: string; name: string }[]
  hotline: string
  /** What the caller may do besides, in force today. */
  roles: RoleHeld[]
  unread: number
  /** Fewer than two administrators were ever made: the page for the first ones may be shown. */
  needsAdmin: boolean
}

export interface CalendarEntry {
  /** Local date. */
  date: string
  kind: 'HOLIDAY' | 'MAKEUP'
  name: string
  /** The weekday (1–7) that a worked weekend stands for; without it no rota works that day. */
  actsAs?: number
}

export interface CalendarOfYear {
  year: number
  /** ABSENT: not announced. BUILT_IN: of the library. IMPORTED: by an administrator. */
  source: 'ABSENT' | 'BUILT_IN' | 'IMPORTED'
  days: CalendarEntry[]
  sourceNo: string
  rev: number
}

export interface CalendarImport {
  year: number
  days: CalendarEntry[]
  /** 国办发明电〔2025〕7号 */
  sourceNo: string
  rev: number
}

export interface RoleHeld {
  role: Role
  orgId: string
  orgName: string
  caps: Cap[]
  /** Local date, the last one on which it holds. */
  untilDate: string
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

export interface InboxItem {
  noticeId: string
  trigger: Trigger
  title: string
  body: string
  /** Path in the mini-program; '' leads nowhere. */
  page: string
  at: number
  read: boolean
}

export interface SubscribeReport {
  opId: string
  results: { template: TemplateKey; answer: 'accept' | 'reject' | 'ban' }[]
}

/** Messages still allowed, by template; those never asked for are absent. */
export type SubscribeBalance = { balance: { template: TemplateKey; count: number; banned: boolean }[] }

export interface AgendaEvent {
  kind: 'ACTIVITY' | 'APPOINTMENT'
  /** `sessionId` of an activity; `appointmentId`. */
  refId: string
  title: string
  startAt: number
  endAt: number
  spot: string
  address: string
  /** The place number; 0 while an offer waits for an answer. */
  no: number
}

export interface Agenda {
  events: AgendaEvent[]
  /** RFC 5545, when asked for. */
  icsText?: string
}

/** Those below `parentId`, or those whose name has `q`; the root itself without either. */
export interface OrgFilter {
  parentId?: string
  q?: string
  cursor?: string
}

export interface OrgItem {
  orgId: string
  name: string
  short: string
  kind: OrgKind
  parentId: string
  path: string
  open: boolean
  rev: number
  /** Organisations directly below. */
  children: number
}

/** Without `orgId` a new one; `opId` makes its id, so that a second tap makes no second organisation. */
export interface OrgInput {
  orgId?: string
  opId: string
  name: string
  short: string
  kind: OrgKind
  parentId: string
  open: boolean
  /** 0 for a new one. */
  rev: number
}

export interface FoundPerson {
  personId: string
  /** Masked. */
  name: string
  phone: string
  orgName: string
}

export interface RoleGrant {
  personId: string
  role: Role
  orgId: string
  caps: Cap[]
  /** Local date, at most a year ahead. */
  untilDate: string
}

export interface GrantItem {
  grantId: string
  personId: string
  /** Masked. */
  name: string
  phone: string
  role: Role
  caps: Cap[]
  orgId: string
  orgName: string
  untilDate: string
  state: GrantState
  /** Over by its date. */
  expired: boolean
  /** The caller gave it: another administrator confirms. */
  mine: boolean
  reason: string
}

export interface SettingItem {
  key: string
  label: string
  unit: string
  value: number
  preset: number
  min: number
  max: number
  rev: number
}
