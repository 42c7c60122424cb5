import type { ErrorCode } from '../../miniprogram/shared/errors'
import type { Page } from '../contract'
import type {
  ActivityDraft,
  ActivityKind,
  ActivityMode,
  ActivityState,
  Art,
  CheckInMethod,
  DraftState,
  Employment,
  Question,
  SessionState,
  Spot,
} from '../documents'

/** Functions of `activity`: first what a worker uses, then what staff use. */
export interface ActivityApi {
  list(input: ListFilter): Page<ActivityCard>
  detail(input: { activityId: string }): ActivityDetail
  /** Takes one place. A second tap, or a retry after a lost answer, returns the same place with `repeated`. */
  signUp(input: SignUp): SignedUp
  cancel(input: { sessionId: string; reason?: string }): Cancelled
  mine(input: { tab: MineTab; cursor?: string }): Page<MyActivity>
  ticket(input: { sessionId: string }): Ticket
  /** Only while no place the person may take is free. */
  waitJoin(input: WaitJoin): InQueue
  waitLeave(input: { sessionId: string }): { repeated: boolean }
  /** Accepts or declines an offer; accepting answers the place. */
  waitAnswer(input: { sessionId: string; accept: boolean }): WaitAnswered
  /** A venue code: the person checks in themselves. Without a place, a free one is taken at the door and staff decide. */
  scanVenue(input: { token: string; capturedAt: number }): VenueScanned
  /** 1–5, by who was there; a second one replaces nothing. */
  feedback(input: { sessionId: string; score: number; text?: string }): { repeated: boolean }

  /** In the caller's organisations and below. */
  manageList(input: ManageFilter): Page<ManagedActivity>
  /** Everything of one activity for its staff: the draft, or what is in force. */
  edit(input: { activityId: string }): Editable
  save(input: SaveActivity): Editable
  submit(input: { activityId: string; rev: number }): Editable
  decide(input: { approvalId: string; agree: boolean; reason?: string }): {
    activityId: string
    state: ActivityState
    draftState: DraftState
  }
  /** The whole activity, or one session; nobody gets a point for it. What was never published is thrown away, with `reason` ''. */
  callOff(input: { activityId: string; sessionId?: string; reason: string }): { affected: number }
  /** `segment` is '' where there are none. `capacity` counts the places that can be taken. */
  setCapacity(input: { sessionId: string; segment: string; capacity: number; rev: number }): ManagedSession

  roster(input: { sessionId: string; q?: string; cursor?: string }): Roster
  rosterPack(input: { sessionId: string; deviceId: string; cursor?: string }): RosterPack
  checkIn(input: CheckIn): CheckedIn
  checkInSync(input: { packId: string; records: OfflineRecord[] }): { results: SyncResult[] }
  checkInUndo(input: { sessionId: string; rid: string; reason: string }): RollMark
  pendingDecide(input: { sessionId: string; items: { rid: string; accept: boolean }[] }): {
    accepted: number
    refused: number
  }
  venueKey(input: { sessionId: string }): VenueKey
  finish(input: { sessionId: string }): { attended: number; noShow: number; repeated: boolean }
  waiveStrike(input: { sessionId: string; rid: string; reason: string }): { points: number }
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
  /** Temporary address of a cover; absent shows the drawing. */
  coverUrl?: string
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
  questions: Question[]
  coverUrl?: string
  /** Minutes an offer to who waits stands: usually, and within a day of the start. Told where one may have to wait. */
  offerMin?: { usual: number; near: number }
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
  mine?: MyPlace
  /** People who wait; told only where no place is left. */
  waiting?: number
  wait?: MyWait
}

/** The caller's own place. */
export interface MyPlace {
  no: number
  /** Checked in at (epoch ms), or waiting for staff to accept it. */
  checkedInAt?: number
  pending?: boolean
}

/** The caller's own entry in the queue. */
export interface MyWait {
  waitNo: number
  /** People before them. */
  ahead: number
  autoAccept: boolean
  /** An offer to answer, and until when (epoch ms). */
  offer?: { no: number; until: number }
}

export interface SignUp {
  sessionId: string
  /** The rules the person read; older ones are refused with RULES_CHANGED. */
  rulesVersion: number
  /** People in the group, 1 … groupMax. */
  headcount?: number
  /** Question key → answer. */
  answers?: Record<string, string>
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

export type MineTab = 'UPCOMING' | 'WAITING' | 'ENDED'

export type MyState =
  | 'SIGNED'
  | 'CANCELLED'
  | 'LATE_CANCELLED'
  | 'ATTENDED'
  | 'NO_SHOW'
  | 'CALLED_OFF'
  | 'PENDING'
  | 'OVER'
  | 'WAITING'
  | 'OFFERED'

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
  /** The place number; the number in the queue while WAITING. */
  no: number
  headcount: number
  state: MyState
  /** An offer stands until (epoch ms). */
  offerUntil?: number
  /** Was there and has not said yet how it was. */
  rateable: boolean
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
  /** Checked in at (epoch ms), or waiting for staff to accept it. */
  checkedInAt?: number
  pending?: boolean
}

export interface WaitJoin extends Omit<SignUp, 'headcount'> {
  /** Takes a place at once when one comes, without being asked. */
  autoAccept: boolean
}

export interface InQueue {
  sessionId: string
  waitNo: number
  ahead: number
  repeated: boolean
  /** A place came at once: the person holds it. */
  no?: number
}

export interface WaitAnswered {
  accepted: boolean
  repeated: boolean
  /** The place, when accepted. */
  no?: number
}

export interface VenueScanned {
  sessionId: string
  activityId: string
  title: string
  no: number
  at: number
  /** Staff still have to accept it. */
  pending: boolean
  walkIn: boolean
  repeated: boolean
}

/** DRAFT: never published, or changes waiting. REVIEWING: before a second person. LIVE: to come or running. OVER: the rest. */
export type ManageState = 'DRAFT' | 'REVIEWING' | 'LIVE' | 'OVER'

export interface ManageFilter {
  state?: ManageState
  cursor?: string
}

export interface ManagedActivity {
  activityId: string
  kind: ActivityKind
  art: Art
  title: string
  orgName: string
  state: ActivityState
  phase: Phase
  draftState: DraftState
  /** Changes to a published activity wait to be published. */
  hasDraft: boolean
  startAt: number
  endAt: number
  spot: string
  updatedAt: number
  budgetFen: number
  reason: string
  sessions: { sessionId: string; startAt: number; endAt: number; state: SessionState }[]
  capacity: number
  held: number
  waiting: number
  /** What this caller may do, by capability and scope. */
  may: { edit: boolean; roll: boolean }
}

/** An activity as its staff edit it. */
export interface Editable {
  activityId: string
  rev: number
  state: ActivityState
  draftState: DraftState
  phase: Phase
  /** What the form shows: the draft, or what is in force. */
  draft: ActivityDraft
  /** True when `draft` differs from what is in force. */
  changed: boolean
  /** What a published activity says as long as `draft` does not hold; absent when `draft` is in force. */
  inForce?: InForce
  reason: string
  orgName: string
  updatedAt: number
  /** Who saved last, masked; '' when it was the caller. */
  updatedBy: string
  coverUrl?: string
  sessions: ManagedSession[]
}

/** What publishing the draft of an activity would change for people: words, times, places, whose money. */
export type InForce = Pick<ActivityDraft, 'title' | 'orgId' | 'budgetFen' | 'sessions'>

export interface ManagedSession {
  sessionId: string
  rev: number
  startAt: number
  endAt: number
  state: SessionState
  capacity: number
  held: number
  waiting: number
  segments: { key: string; label: string; capacity: number; held: number }[]
}

/** Without `activityId` a new one, whose id is made of `opId`: a second tap makes no second activity. */
export interface SaveActivity {
  activityId?: string
  opId: string
  /** 0 for a new one; another than the stored one is STALE_REV. */
  rev: number
  draft: ActivityDraft
}

/** What the roll says of one holding. Whose it is stands in the roster, or in the pack: look it up by `rid`. */
export interface RollMark {
  /** Names the holding; what staff decide is about it. */
  rid: string
  no: number
  headcount: number
  state: 'HELD' | 'OFFERED' | 'ATTENDED' | 'PENDING' | 'NO_SHOW'
  /** Checked in at. */
  at?: number
  method?: CheckInMethod
  walkIn: boolean
  points: number
}

/** One place of a roster. Name and phone are masked. */
export interface RosterRow extends RollMark {
  name: string
  /** Last four digits. */
  tail: string
  employment: Employment
  /** Question label → answer, when the activity asks. */
  answers: { label: string; text: string }[]
}

export interface RollSession {
  sessionId: string
  activityId: string
  title: string
  orgName: string
  startAt: number
  endAt: number
  spot: string
  state: SessionState
  windowSec: number
  /** Checking in is possible between these (epoch ms). */
  from: number
  to: number
}

/** A page of rows by number, 200 at most and 30 KB; counts are of the whole session. */
export interface Roster extends Page<RosterRow> {
  session: RollSession
  held: number
  attended: number
  pending: number
}

/** What a device needs to call the roll without a network. A page of rows, 150 at most. */
export interface RosterPack extends Page<PackRow> {
  packId: string
  session: RollSession
  issuedAt: number
  expiresAt: number
  /** Hex. */
  venueKey: string
}

export interface PackRow {
  rid: string
  no: number
  name: string
  tail: string
  headcount: number
  /** Hex. */
  placeKey: string
  /** Checked in already at. */
  at?: number
}

/** By the scanned code, by its eight digits read aloud, or by hand with a reason. */
export type CheckIn =
  | { sessionId: string; code: string }
  | { sessionId: string; digits: string }
  | { sessionId: string; rid: string; reason: string }

export interface CheckedIn {
  row: RollMark
  /** Was checked in before; `row.at` says when. */
  repeated: boolean
}

/** One check-in made without a network. A code whose place is not in the pack travels whole, the server verifies it. */
export interface OfflineRecord {
  /** Counts the records of this device, from 1. */
  seq: number
  at: number
  method: 'SCAN_STAFF' | 'MANUAL'
  rid?: string
  code?: string
  reason?: string
}

export interface SyncResult {
  seq: number
  result: 'OK' | 'DUPLICATE' | 'REJECTED'
  code?: ErrorCode
}

export interface VenueKey {
  session: RollSession
  /** Hex. */
  venueKey: string
  attended: number
  held: number
}
