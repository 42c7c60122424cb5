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
export type ConsentPurpose = 'PROFILE' | 'PHONE' | 'LEGAL_SENSITIVE'

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
  /** False once it was closed: it publishes nothing and takes nobody in. */
  open: boolean
  /** Of the root: `{grantId}:{rev}` of administrators about to be ended. They no longer count as one who stays. */
  endingAdmins?: string[]
  /** Of the root: who is changing the shape of the tree, and until when at most (epoch ms); 0: nobody. */
  turn?: string
  turnUntil?: number
}

/** What a person of staff may do: edit, approve money, call the roll, admit members, care, legal cases, finance, reports. */
export type Cap = 'EDIT' | 'APPROVE' | 'ROLL' | 'JOIN' | 'CARE' | 'CASE' | 'FINANCE' | 'REPORT'
export type Role = 'STAFF' | 'LAWYER' | 'MEDIATOR' | 'CLERK' | 'ADMIN'
/** PENDING: waits for a second administrator. */
export type GrantState = 'PENDING' | 'ACTIVE' | 'ENDED'

/** `grants`. `_id` = `gr_{personId}_{role}_{orgId}`; a renewal of an administrator's has `_next` behind. Reaches the organisation's subtree: `orgPath` is a prefix. */
export interface Grant extends Base {
  personId: string
  role: Role
  caps: Cap[]
  orgId: string
  orgName: string
  orgPath: string
  /** The last local date on which it holds, at most a year ahead. */
  untilDate: string
  state: GrantState
  /** The administrator who gave it, who confirmed it, who ended it. `''` for a first administrator. */
  byId: string
  confirmedBy?: string
  endedBy?: string
  reason?: string
}

/** `settings`. `_id` is the key of cloudfunctions/_kit/settings.ts; absent means the default. */
export interface Setting extends Base {
  value: number
  byId: string
}

export type ActivityKind =
  'COOL' | 'NEWFORM' | 'CHECKUP' | 'WALK' | 'CHOIR' | 'VISIT' | 'LECTURE' | 'CONTEST' | 'OTHER'
/** FIRST: first come, first served. DRAW: by lot. OPEN: no numbers, everybody may come. */
export type ActivityMode = 'FIRST' | 'DRAW' | 'OPEN'
/** A drawing in miniprogram/art. */
export type Art =
  'cool' | 'newform' | 'checkup' | 'walk' | 'choir' | 'visit' | 'lecture' | 'contest' | 'film' | 'badminton'
/** What people decided. What time makes of it (open, closed, running) is derived, never stored. */
/** DISCARDED: a draft that was thrown away; nobody sees it again. */
export type ActivityState = 'DRAFT' | 'REVIEWING' | 'PUBLISHED' | 'FINISHED' | 'CALLED_OFF' | 'DISCARDED'

/** When a session happens and when one may sign up for it: `openAt` ≤ now < `closeAt`. */
export interface Times {
  startAt: number
  endAt: number
  openAt: number
  closeAt: number
}

/** What people decided of a session. FINISHED: every holding has its verdict. */
export type SessionState = 'ON' | 'FINISHED' | 'CALLED_OFF'

/** Asked when signing up. `options` of a CHOICE; empty for a TEXT of at most 100 characters. */
export interface Question {
  key: string
  label: string
  kind: 'TEXT' | 'CHOICE'
  options: string[]
  required: boolean
}

/** A session as staff write it. `sessionId` is absent until it was published. */
export interface DraftSession extends Times {
  sessionId?: string
  spot: Spot
  places: number
  /** Places kept for some, from number 1 on; what is left is for everybody. */
  kept: { label: string; places: number; employments: Employment[] }[]
}

/** Everything that staff write of an activity; becomes the activity when it is published. */
export interface ActivityDraft {
  kind: ActivityKind
  mode: ActivityMode
  art: Art
  title: string
  body: string
  /** File id of a cover in cloud storage; `''` shows the drawing. */
  coverId: string
  orgId: string
  audience: { memberOnly: boolean; employments: Employment[] }
  notes: string[]
  cancelBeforeMin: number
  groupMax: number
  questions: Question[]
  /** Public money it needs; anything above 0 wants a second person. */
  budgetFen: number
  sessions: DraftSession[]
}

/** DRAFT: being written. REVIEWING: waits for a second person. RETURNED: came back with a reason. */
export type DraftState = 'DRAFT' | 'REVIEWING' | 'RETURNED'

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
  times: (Times & { state: SessionState })[]
  spot: string
  coverId: string
  audience: { memberOnly: boolean; employments: Employment[] }
  rules: { version: number; notes: string[]; cancelBeforeMin: number; groupMax: number }
  questions: Question[]
  budgetFen: number
  /** Display only: people in the draw. */
  entrants?: number
  /** What is being written and not in force yet; `null` when nothing is. */
  draft: ActivityDraft | null
  draftState: DraftState
  /** Who wrote the draft as it stands; none of them may approve it. */
  editorIds: string[]
  /** Why it came back, or why it was called off. */
  reason: string
  /** The revision that was submitted last. */
  submittedRev?: number
  /** A publication that was decided is being carried out: until it is, nothing else is written. */
  applying?: boolean
  /** The last save: `{personId}:{opId}` and the SHA-256 hex of what was saved. */
  lastOp?: { id: string; hash: string }
  /** Places held or offered when it was called off. */
  affected?: number
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
  /** How many of these numbers a cut of the capacity has withdrawn. */
  blocked?: number
}

/**
 * `sessions`. One pool of places each; its id is the pool. Segments cut 1…maxNo; a key may stand twice, when a raise
 * added numbers at the end.
 */
export interface Session extends Base {
  activityId: string
  startAt: number
  endAt: number
  openAt: number
  closeAt: number
  spot: Spot
  segments: Segment[]
  /** Numbers made; `blocked` of them cannot be taken. */
  maxNo: number
  blocked: number
  state: SessionState
  entrants?: number
  /** What finishing it counted. */
  attended?: number
  noShow?: number
  /** Epoch ms when its time or spot last changed: who took a place before that cancels freely. */
  movedAt?: number
  /** Places held or offered when it was called off by itself. */
  affected?: number
}

/** HELD: somebody's. OFFERED: the head of the queue may accept it until `offerUntil`. BLOCKED: withdrawn. */
export type PlaceState = 'FREE' | 'HELD' | 'OFFERED' | 'BLOCKED'
/**
 * What `jobs` does with a place when `due` has come. SIGNED, OFFERED: tells the holder. REMIND_DAY, REMIND_SOON: reminds
 * them. EXPIRE: passes an unanswered offer on. HEAL: a write that began here may have been cut off. BOOKED: a slot of a
 * lawyer was taken or let go: its appointment is looked at.
 */
export type PlaceStep =
  '' | 'SIGNED' | 'OFFERED' | 'REMIND_DAY' | 'REMIND_SOON' | 'EXPIRE' | 'HEAL' | 'BOOKED'

/**
 * `places`. One document a place; taking it is one conditional update. `_id` = `{pool}/{no}`.
 * Free: holder '', nth = no, capKey = _id, capNth 0. Held: holder = personId, nth 0…k−1, capKey `{personId}|{date}`.
 * Offered: as held, but capKey = _id until it is accepted. Blocked by a capacity cut: holder `#{_id}`.
 */
export interface Place {
  _id: string
  pool: string
  no: number
  /** The activity; the lawyer of a slot. */
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
  state: PlaceState
  /** Epoch ms when `jobs` looks at it; 0: never. */
  due: number
  step: PlaceStep
  /** Epoch ms until which an offer stands; 0 otherwise. */
  offerUntil: number
  /** What the holder answered to the questions: JSON, key → text; `null` without any. */
  answers: Sealed | null
}

/**
 * The verdict on one holding. PENDING: claims to be there, staff decide. VOID: an attendance that was taken back, the
 * holding runs on.
 */
export type SignupState =
  'CANCELLED' | 'LATE_CANCELLED' | 'ATTENDED' | 'NO_SHOW' | 'CALLED_OFF' | 'PENDING' | 'VOID'
export type CheckInMethod = 'SCAN_STAFF' | 'SCAN_VENUE' | 'MANUAL'

/** One report that somebody was there; the earliest counts, all are kept. */
export interface CheckInSource {
  at: number
  method: CheckInMethod
  /** Who reported it: staff, or the person. */
  byId: string
  deviceId: string
  /** Counts the reports of one device; 0 of a phone that was online. */
  seq: number
  syncedAt: number
  reason: string
}

/**
 * `signups`. The verdict on one holding: `_id` = `su_{rid}`, so that the first verdict wins by its insert: whoever
 * cancelled cannot be checked in, whoever was checked in cannot cancel. A holding without a row is running.
 */
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
  /** When it ended: cancelled at, or there since. */
  endedAt: number
  points: number
  reason?: string
  /** Reports of attendance, in the order they came; only ever added to. */
  sources: CheckInSource[]
  /** Staff took back, or refused, whatever was reported until then (epoch ms). */
  undoneAt?: number
  /** Taken at the door without a sign-up. */
  walkIn: boolean
  waivedBy?: string
  waiveReason?: string
}

/** WAITING and OFFERED are live; the others are over. LAPSED: the session began. */
export type WaitState = 'WAITING' | 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'LEFT' | 'LAPSED'

/** `waits`. A place in a queue: `_id` = `{sessionId}/w{n}`, the number taken by its insert. */
export interface Wait {
  _id: string
  sessionId: string
  activityId: string
  n: number
  personId: string
  employment: Employment
  state: WaitState
  /** Takes a place at once when one comes, without being asked. */
  autoAccept: boolean
  /** `{sessionId}|{personId}` while live, its own `_id` afterwards: one live entry a person. */
  liveKey: string
  at: number
  /** The holding it was offered, or was given; '' before. */
  rid: string
  /** What they answered to the questions, as on the place it becomes; `null` without any, and once it is over. */
  answers: Sealed | null
  startAt: number
  endAt: number
  /** When it was over; 0 while live. */
  endedAt: number
}

/** Why a person is told something. The text of each is in miniprogram/shared/notice-texts.ts. */
export type Trigger =
  | 'SIGNED'
  | 'OFFERED'
  | 'OFFER_EXPIRED'
  | 'REMIND_DAY'
  | 'REMIND_SOON'
  | 'CHANGED'
  | 'CALLED_OFF'
  | 'POINTS'
  | 'WAIVED'
  | 'APPROVAL_WAITING'
  | 'APPROVAL_DONE'
  | 'GRANT'
  | 'APPT_BOOKED'
  | 'APPT_MOVED'
  | 'APPT_CANCELLED'
  | 'APPT_DAY'
  | 'APPT_SOON'
  | 'APPT_TODO'
  | 'APPT_RECORD'
  | 'APPT_STAFF'
  | 'SWAP'
  | 'LIMIT'

export type TemplateKey = 'T_SIGNUP' | 'T_WAIT' | 'T_REMIND' | 'T_CHANGE' | 'T_TODO' | 'T_APPT' | 'T_LIMIT'

/** `notices`. `_id` = `nt_{personId}_{trigger}_{ref}`: nobody is told the same thing twice. */
export interface Notice {
  _id: string
  personId: string
  trigger: Trigger
  title: string
  body: string
  /** Path in the mini-program that a tap opens. */
  page: string
  createdAt: number
  /** Epoch ms when it goes out by subscription message too; 0: not, or sent already. */
  dueAt: number
  /** Epoch ms; 0 while unread. */
  readAt: number
  /** What became of the subscription message; SENT: handed to WeChat, at most once; INBOX: there was none to send. */
  result: 'WAITING' | 'SENT' | 'REFUSED' | 'INBOX'
  /** How often WeChat has refused it for a reason that may pass. */
  tries: number
  /** Values of the template's fields, by its own names. */
  fields: Record<string, string>
  template: TemplateKey | ''
}

/** `sub_balance`. `_id` = `{personId}:{template}`. Messages the person allowed and has not received. */
export interface SubBalance extends Base {
  personId: string
  template: TemplateKey
  count: number
  banned: boolean
  /** To whom WeChat sends it. Kept only for who allowed messages. */
  openid: Sealed
  /** Request keys counted already, the newest last, at most 20. */
  seen: string[]
}

/**
 * FINISH: a session is over since a day. LAPSE: a session begins, its queue ends. SETTLE: free places may stand beside a
 * queue. CALL_OFF, CHANGED: everybody who holds a place is told. SUSPEND: a person's points are counted anew. APPLY: a
 * publication may have been cut off. FORGET: what people answered when they signed up has been kept long enough. PURGE:
 * what is kept for a time only is deleted. GRANT, WAIVED: a person may not have been told of it. APPT: an appointment is
 * looked at: told, reminded, escalated, ended. SLOTS: a lawyer's slots are made as their rota says. LEAVE: appointments
 * within a leave are called off. SWAP: an approved swap is carried out. FIRM: a lawyer went to another firm. LIMIT: a
 * limitation is reminded of.
 */
export type TaskKind =
  | 'FINISH'
  | 'LAPSE'
  | 'SETTLE'
  | 'CALL_OFF'
  | 'CHANGED'
  | 'SUSPEND'
  | 'APPLY'
  | 'FORGET'
  | 'PURGE'
  | 'GRANT'
  | 'WAIVED'
  | 'APPT'
  | 'SLOTS'
  | 'LEAVE'
  | 'SWAP'
  | 'FIRM'
  | 'LIMIT'

/** `tasks`. Work that must be done once its time has come, whoever died. `_id` = `{kind}:{refId}`. */
export interface Task {
  _id: string
  kind: TaskKind
  refId: string
  /** Epoch ms; 0: done. */
  dueAt: number
  /** Names who set it last: the work of one cause is not called done for another's. '' of one that was made with its cause. */
  setBy: string
  /** Where the last run stopped; '' at the beginning. */
  cursor: string
  /** What changed, for CHANGED. */
  text: string
  tries: number
}

/** `approvals`. `_id` = `apv_ACTIVITY_{activityId}_{rev}`: what is approved is that revision and no other. */
export interface Approval extends Base {
  kind: 'ACTIVITY'
  refId: string
  title: string
  orgId: string
  orgName: string
  orgPath: string
  amountFen: number
  proposerId: string
  proposerName: Sealed
  /** SHA-256 hex of what was submitted. */
  snapshotHash: string
  state: 'PENDING' | 'AGREED' | 'RETURNED' | 'VOID'
  deciderId?: string
  reason?: string
}

/** `packs`. `_id` = `pk_{sessionId}_{deviceId}`. A roster on a device that may have no network. */
export interface Pack extends Base {
  sessionId: string
  deviceId: string
  byId: string
  /** First given to this device; what it reports happened no earlier. */
  issuedAt: number
  expiresAt: number
}

/** `feedback`. `_id` = `fb_{rid}`. */
export interface Feedback {
  _id: string
  sessionId: string
  activityId: string
  personId: string
  score: number
  text: string
  at: number
}

/** `tries`. `_id` = `{personId}:{what}:{minute}:{n}`: a limit of guesses, exact whatever runs at once. */
export interface Try {
  _id: string
  at: number
}

/** `audit_pending`. Who did what to which object, written before it is done. */
export interface AuditEntry {
  _id: string
  at: number
  actorId: string
  action: string
  refId: string
  orgPath: string
}

/** `exports`. `_id` = `ex_{personId}_{opId}`. A list that left the house. */
export interface Export {
  _id: string
  personId: string
  kind: 'ROSTER'
  refId: string
  orgPath: string
  reason: string
  full: boolean
  rows: number
  /** '' until the file is there. */
  fileId: string
  at: number
  expiresAt: number
}

/** By phone, at a place, in writing. */
export type LegalMode = 'PHONE' | 'SITE' | 'TEXT'
export type ClaimType =
  'WAGES' | 'OVERTIME' | 'CONTRACT' | 'DISMISSAL' | 'INJURY' | 'INSURANCE' | 'CONTRACT_REVIEW' | 'OTHER'

/** `legal_services`. `_id` = `ls_{key}`. A line of the menu. */
export interface LegalServiceDoc extends Base {
  name: string
  intro: string
  modes: LegalMode[]
  minutes: number
  claimTypes: ClaimType[]
  /** False for what has no other side: a contract to be read, a question. */
  needsOpponent: boolean
  open: boolean
  order: number
}

/** `lawyers`. `_id` = `lw_{personId}`. */
export interface Lawyer extends Base {
  personId: string
  surname: string
  firm: string
  /** Keyed hash of the firm's normalised name: who shares it shares conflicts. */
  firmHash: string
  licenceNo: Sealed
  services: string[]
  modes: LegalMode[]
  /** Where consultations at a place are held; `null` without. */
  site: Spot | null
  orgPath: string
  active: boolean
  /** SHA-256 hex of the parties declared last: the same again writes nothing. */
  partiesHash: string
}

/** A week that comes again. Clock times `HH:mm`, weekdays 1 (Monday) – 7. */
export interface RotaRule {
  id: string
  weekdays: number[]
  from: string
  to: string
  slotMin: number
  everyWeeks: 1 | 2 | 4
  /** Local date; its week is the first one. */
  anchorDate: string
  /** Local date, the last one; `null`: until it is ended. */
  untilDate: string | null
  onHoliday: 'SKIP' | 'KEEP'
  onMakeup: 'SKIP' | 'AS_WEEKDAY'
  modes: LegalMode[]
}

export interface Leave {
  id: string
  fromAt: number
  toAt: number
  reason: string
}

/** Hours that a swap took from this lawyer, or gave them. */
export interface SwappedSlot {
  swapId: string
  startAt: number
  endAt: number
  modes: LegalMode[]
}

/**
 * `rotas`. `_id` = `ro_{lawyerId}`. All that decides of one lawyer's slots, in one document: what overlaps cannot be
 * written at the same time. A slot is a place: pool `sl_{lawyerId}_{YYYYMMDD}_{HHmm}`, number 1, refId the lawyer, segment
 * its modes joined by `,`; BLOCKED once no rule gives it.
 */
export interface Rota extends Base {
  lawyerId: string
  rules: RotaRule[]
  leaves: Leave[]
  given: SwappedSlot[]
  taken: SwappedSlot[]
}

/** PROPOSED → ANSWERED by the other lawyer → APPROVED by staff; REFUSED ends it, whoever does. APPROVED is being carried out until DONE. */
export type SwapState = 'PROPOSED' | 'ANSWERED' | 'APPROVED' | 'DONE' | 'REFUSED'

/** `swaps`. `_id` = `sw_{…}`. */
export interface Swap extends Base {
  fromId: string
  toId: string
  /** In order; modes are those that the other lawyer offers too. */
  slots: { slotId: string; startAt: number; endAt: number; modes: LegalMode[] }[]
  state: SwapState
  orgPath: string
  reason: string
  deciderId: string
}

/** WORKDAY, REST: an ordinary weekday, an ordinary weekend. HOLIDAY: off. MAKEUP: a weekend day that is worked (调休). */
export type DayKind = 'WORKDAY' | 'REST' | 'HOLIDAY' | 'MAKEUP'

/** `calendar_years`. `_id` = `cy_{YYYY}`. What was imported for a year; it wins over the calendar that is built in. */
export interface CalendarYear extends Base {
  /** By local date; days that are not listed are what their weekday is. `actsAs` 1–7 of a MAKEUP day. */
  days: Record<string, { kind: 'HOLIDAY' | 'MAKEUP'; name: string; actsAs?: number }>
  /** 国办发明电〔2025〕7号 */
  sourceNo: string
  byId: string
}

/**
 * BOOKED: the lawyer sees names and answers. CLEARED: no conflict, facts are readable. CONSULTING: a record was begun.
 * CONFLICTED, ESCALATED: staff find another lawyer.
 */
export type AppointmentState =
  | 'BOOKED'
  | 'CLEARED'
  | 'CONSULTING'
  | 'DONE'
  | 'RATED'
  | 'CONFLICTED'
  | 'ESCALATED'
  | 'CANCELLED'
  | 'NO_SHOW'

/** What follows a consultation. */
export type NextStep = 'NONE' | 'MEDIATION' | 'ARBITRATION' | 'LAWSUIT' | 'LEGAL_AID' | 'CARE'

/**
 * `appointments`. `_id` = `apt_{rid}` of the holding it began with; `rid` names the holding of its slot now. The slot is a
 * place held by the person. Opponents, facts and every text are sealed with the appointment's id as owner.
 */
export interface Appointment extends Base {
  rid: string
  slotId: string
  lawyerId: string
  firmHash: string
  personId: string
  serviceId: string
  serviceName: string
  mode: LegalMode
  startAt: number
  endAt: number
  orgPath: string
  state: AppointmentState
  /** JSON of `Opponent[]`. */
  opponents: Sealed
  /** Keyed hashes of their normalised names and codes. */
  opponentHashes: string[]
  claimType: ClaimType
  keyDate: string
  facts: Sealed
  fileIds: string[]
  /** The best score of the gate, 0–1. */
  suspected: number
  bookedAt: number
  answerBy: number
  clearedAt: number
  conflictedAt: number
  /** `{personId}|{serviceId}` while live, its own `_id` afterwards: one live appointment a service. */
  liveKey: string
  endedAt: number
  /** Who ended it; '' while it goes on, or when time did. */
  endedBy: string
  reason: string
  score: number
  rateText: Sealed | null
}

/** `consult_notes`. `_id` = `cn_{appointmentId}`. Texts sealed with the appointment's id as owner. */
export interface ConsultNote extends Base {
  /** The appointment's revision that it was written over: the same save again is known by it. */
  ofRev: number
  facts: Sealed
  advice: Sealed
  next: NextStep
  finalAt: number
}

/**
 * `parties`. `_id` = `pt_{declarerId}_{kind}_{hash}`. DECLARED: a lawyer's own client. CLIENT, OPPONENT: of a consultation
 * that was cleared here. Names are sealed; hashes and bigrams are keyed.
 */
export interface Party {
  _id: string
  kind: 'DECLARED' | 'CLIENT' | 'OPPONENT'
  declarerId: string
  firmHash: string
  name: Sealed
  nameHash: string
  /** '' without a code. */
  usccHash: string
  grams: string[]
  /** Local date. */
  untilDate: string
  refId: string
}

/** `files`. `_id` = `fl_{hash of the storage id}`. */
export interface StoredFile {
  _id: string
  ownerId: string
  fileId: string
  mime: 'image/jpeg' | 'image/png' | 'application/pdf'
  bytes: number
  at: number
}

/** 向对方主张权利, 申请调解或求助有关部门, 对方同意履行; 不可抗力等中止. */
export type LimitEventKind = 'DEMANDED' | 'SOUGHT_HELP' | 'ACKNOWLEDGED' | 'SUSPENDED'

export interface LimitEvent {
  id: string
  kind: LimitEventKind
  /** Local date on which it happened, or a suspension began. */
  date: string
  /** Of a suspension: the last day. */
  untilDate?: string
  state: 'REPORTED' | 'CONFIRMED' | 'REJECTED'
  /** The person who confirmed or rejected it; told to nobody. */
  byId?: string
}

/** `limitations`. `_id` = `lm_{…}`. Dates are not sealed: they tell nothing of what happened. */
export interface LimitationDoc extends Base {
  personId: string
  claimType: ClaimType
  keyDate: string
  employedStill: boolean
  endDate: string
  events: LimitEvent[]
  /** Local date; '' while no period runs. */
  deadline: string
  remind: boolean
  /** When this deadline was found, or reminding began: reminders before it are not caught up on. */
  since: number
  /** 0 while it is there; what it said is erased with it. */
  removedAt: number
}

/** Collection name → document. */
export interface Collections {
  persons: Person
  consents: Consent
  orgs: Org
  grants: Grant
  settings: Setting
  activities: Activity
  sessions: Session
  places: Place
  signups: Signup
  waits: Wait
  approvals: Approval
  packs: Pack
  feedback: Feedback
  notices: Notice
  sub_balance: SubBalance
  tasks: Task
  tries: Try
  audit_pending: AuditEntry
  exports: Export
  legal_services: LegalServiceDoc
  lawyers: Lawyer
  rotas: Rota
  swaps: Swap
  calendar_years: CalendarYear
  appointments: Appointment
  consult_notes: ConsultNote
  parties: Party
  files: StoredFile
  limitations: LimitationDoc
}
