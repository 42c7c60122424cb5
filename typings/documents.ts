/**
 * The documents of the database, one interface a collection.
 * Instants are epoch ms (`…At`), local dates `YYYY-MM-DD` in Asia/Shanghai, money integer fen.
 */

/** Fields every document carries; `rev` grows by one with each write. */
export interface Base {
  _id: string
  createdAt: number
  updatedAt: number
  rev: number
}

/** AES-256-GCM envelope; `kid` names the key, the rest is base64. */
export interface Sealed {
  kid: string
  iv: string
  ct: string
  tag: string
}

export type Employment = 'OFFICE' | 'COURIER' | 'RIDER' | 'SANITATION' | 'DRIVER' | 'OTHER'
export type PersonStatus = 'REGISTERED' | 'MEMBER'
export type ConsentPurpose = 'PROFILE' | 'PHONE'

/** `persons`. `_id` is derived from the WeChat identity by a keyed hash: one identity, one person. */
export interface Person extends Base {
  name: Sealed
  phone: Sealed
  /** Keyed hash of the phone number, for looking it up. */
  phoneHash: string
  employment: Employment
  status: PersonStatus
  orgId?: string
  orgName?: string
  memberNo?: string
  prefs: { largeText: boolean }
  /** The version agreed to, by purpose; the ledger is in `consents`. */
  consents: Partial<Record<ConsentPurpose, string>>
  /** Derived from no-show points. */
  suspendedUntil?: number
  /** Ledger rows this registration still owes; written after it, by it or by its retry. */
  outbox: Consent[]
}

/** `consents`. `_id` = `{personId}:{purpose}:{seq}`. Append-only. */
export interface Consent {
  _id: string
  personId: string
  purpose: ConsentPurpose
  textVersion: string
  textHash: string
  give: boolean
  at: number
  scene: string
}

export type OrgKind = 'DISTRICT' | 'STREET' | 'INDUSTRY' | 'GRASSROOTS'

/** `orgs`. `path` ends with `/` and begins with the root: a subtree is a prefix. */
export interface Org extends Base {
  name: string
  short: string
  kind: OrgKind
  parentId: string
  path: string
}

export type ActivityKind =
  'COOL' | 'NEWFORM' | 'CHECKUP' | 'WALK' | 'CHOIR' | 'VISIT' | 'LECTURE' | 'CONTEST' | 'OTHER'
/** FIRST: first come, first served. DRAW: by lot. OPEN: no numbers, everybody may come. */
export type ActivityMode = 'FIRST' | 'DRAW' | 'OPEN'
/** A drawing in miniprogram/art. */
export type Art =
  'cool' | 'newform' | 'checkup' | 'walk' | 'choir' | 'visit' | 'lecture' | 'contest' | 'film' | 'badminton'
/** What people decided. What time makes of it (open, closed, running) is derived, never stored. */
export type ActivityState = 'DRAFT' | 'REVIEWING' | 'PUBLISHED' | 'FINISHED' | 'CALLED_OFF'

/** When a session happens and when one may sign up for it: `openAt` ≤ now < `closeAt`. */
export interface Times {
  startAt: number
  endAt: number
  openAt: number
  closeAt: number
}

/** `activities`. `startAt`, `endAt`, `openAt` span its sessions, so that a list needs no second read. */
export interface Activity extends Base {
  kind: ActivityKind
  mode: ActivityMode
  art: Art
  title: string
  body: string
  orgId: string
  orgName: string
  orgPath: string
  state: ActivityState
  /** In the public list: true while PUBLISHED. */
  listed: boolean
  startAt: number
  endAt: number
  openAt: number
  sessions: number
  /** Of its sessions, by start: what the next one is and which phase it is in, without reading them. */
  times: Times[]
  spot: string
  audience: { memberOnly: boolean; employments: Employment[] }
  rules: { version: number; notes: string[]; cancelBeforeMin: number; groupMax: number }
  /** Display only: people in the draw. */
  entrants?: number
}

/** A place to go to. GCJ-02 decimal degrees. */
export interface Spot {
  name: string
  address: string
  lng: number
  lat: number
}

export interface Segment {
  key: string
  label: string
  /** Numbers from … to, both included. */
  from: number
  to: number
  /** Who may take them; empty means everybody. */
  employments: Employment[]
}

/** `sessions`. One pool of places each; its id is the pool. */
export interface Session extends Base {
  activityId: string
  startAt: number
  endAt: number
  openAt: number
  closeAt: number
  spot: Spot
  segments: Segment[]
  maxNo: number
  entrants?: number
}

/**
 * `places`. One document a place; taking it is one conditional update. `_id` = `{pool}/{no}`.
 * Free: holder '', nth = no, capKey = _id, capNth 0. Held: holder = personId, nth 0…k−1, capKey `{personId}|{date}`.
 * Blocked by a capacity cut: holder `#{_id}`.
 */
export interface Place {
  _id: string
  pool: string
  no: number
  /** The activity (later also offer, lawyer). */
  refId: string
  segment: string
  holder: string
  nth: number
  capKey: string
  capNth: number
  /** Names this holding; every conditional update of it names the rid it read. '' while free. */
  rid: string
  headcount: number
  /** Taken at. */
  at: number
  startAt: number
  endAt: number
}

export type SignupState = 'CANCELLED' | 'LATE_CANCELLED' | 'ATTENDED' | 'NO_SHOW' | 'CALLED_OFF'

/** `signups`. A holding that has ended; `_id` = `su_{rid}`. Running ones are places. */
export interface Signup {
  _id: string
  personId: string
  activityId: string
  sessionId: string
  no: number
  headcount: number
  state: SignupState
  startAt: number
  endAt: number
  signedAt: number
  endedAt: number
  points: number
  reason?: string
}

/** Collection name → document. */
export interface Collections {
  persons: Person
  consents: Consent
  orgs: Org
  activities: Activity
  sessions: Session
  places: Place
  signups: Signup
}
