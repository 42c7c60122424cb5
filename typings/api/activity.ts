import type { Page } from '../contract'
import type { ActivityKind, ActivityMode, Art, Employment, Spot } from '../documents'

/** Functions of `activity`, as a worker uses them. */
export interface ActivityApi {
  list(input: ListFilter): Page<ActivityCard>
  detail(input: { activityId: string }): ActivityDetail
  /** Takes one place. A second tap, or a retry after a lost answer, returns the same place with `repeated`. */
  signUp(input: SignUp): SignedUp
  cancel(input: { sessionId: string; reason?: string }): Cancelled
  mine(input: { tab: MineTab; cursor?: string }): Page<MyActivity>
  ticket(input: { sessionId: string }): Ticket
}

/**
 * What the calendar and the organiser make of an activity at this moment.
 * SOON: sign-up not open yet. OPEN: sign-up open. SHUT: sign-up over, not started. RUNNING: started.
 * ENDED: over. CALLED_OFF: the organiser called it off.
 */
export type Phase = 'SOON' | 'OPEN' | 'SHUT' | 'RUNNING' | 'ENDED' | 'CALLED_OFF'

export interface ListFilter {
  kind?: ActivityKind
  /** A street union; its subtree is meant. */
  orgId?: string
  /** Only activities that end at or after, start before (epoch ms). */
  from?: number
  to?: number
  /** Only those with a free place. */
  hasPlace?: boolean
  cursor?: string
  /** 1–20, default 20. */
  limit?: number
}

/** An activity in a list. `left` counts free places, or is absent where places have no numbers or are drawn. */
export interface ActivityCard {
  activityId: string
  kind: ActivityKind
  mode: ActivityMode
  art: Art
  title: string
  orgName: string
  /** The session that comes next, or the last one when all are over. */
  startAt: number
  endAt: number
  sessions: number
  spot: string
  phase: Phase
  /** When the first sign-up opens (epoch ms). */
  openAt: number
  unit: Unit
  left?: number
  /** People entered in the draw. */
  entrants?: number
  /** The caller's own place, where they hold one. */
  mine?: { sessionId: string; no: number }
}

/** What is counted: single people, or groups of up to `groupMax`. */
export type Unit = '名' | '组'

export interface ActivityDetail {
  activityId: string
  kind: ActivityKind
  mode: ActivityMode
  art: Art
  title: string
  /** Plain text; paragraphs are parted by a line break. */
  body: string
  orgName: string
  phase: Phase
  unit: Unit
  /** People a group may have; 1 where single people sign up. */
  groupMax: number
  memberOnly: boolean
  /** Employments it is for; empty means everybody. */
  employments: Employment[]
  rules: { version: number; notes: string[]; cancelBeforeMin: number }
  sessions: SessionView[]
}

export interface SessionView {
  sessionId: string
  startAt: number
  endAt: number
  openAt: number
  closeAt: number
  spot: Spot
  phase: Phase
  capacity: number
  left?: number
  entrants?: number
  segments: { key: string; label: string; left: number; capacity: number }[]
  mine?: { no: number }
}

export interface SignUp {
  sessionId: string
  /** The rules the person read; older ones are refused with RULES_CHANGED. */
  rulesVersion: number
  /** People in the group, 1 … groupMax. */
  headcount?: number
}

export interface SignedUp {
  sessionId: string
  activityId: string
  no: number
  /** True when the place was already theirs. */
  repeated: boolean
}

export interface Cancelled {
  sessionId: string
  /** Cancelled after the free period. */
  late: boolean
  points: number
  repeated: boolean
}

export type MineTab = 'UPCOMING' | 'ENDED'

export type MyState =
  'SIGNED' | 'CANCELLED' | 'LATE_CANCELLED' | 'ATTENDED' | 'NO_SHOW' | 'CALLED_OFF' | 'OVER'

/** One holding of the caller, running or over. */
export interface MyActivity {
  activityId: string
  sessionId: string
  kind: ActivityKind
  art: Art
  title: string
  startAt: number
  endAt: number
  spot: string
  no: number
  headcount: number
  state: MyState
}

/** What the phone needs to show a check-in code without a network. */
export interface Ticket {
  activityId: string
  sessionId: string
  title: string
  startAt: number
  endAt: number
  spot: Spot
  no: number
  headcount: number
  unit: Unit
  /** Free cancellation until (epoch ms). */
  freeUntil: number
  phase: Phase
  /** Hex HMAC-SHA256 key of this place and this holding only. */
  placeKey: string
  /** Seconds a code lives. */
  windowSec: number
}
