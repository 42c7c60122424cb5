import type { Page } from '../contract'
import type {
  AppointmentState,
  ClaimType,
  DayKind,
  Leave,
  LegalMode,
  LimitEvent,
  LimitEventKind,
  NextStep,
  RotaRule,
  Spot,
  SwapState,
} from '../documents'

/** Functions of `legal`: what a worker uses, what a volunteer lawyer uses, what staff who coordinate (CASE) use. */
export interface LegalApi {
  menu(input: Record<string, never>): LegalMenu
  /** Everything free in the 14 days from today on. */
  slots(input: { serviceId: string; mode: LegalMode }): FreeSlots
  /** Takes the slot as a place. A second tap, or a retry after a lost answer, returns the same appointment with `repeated`. */
  book(input: Booking): { appointmentId: string; repeated: boolean }
  cancel(input: { appointmentId: string; reason?: string }): { state: AppointmentState; repeated: boolean }
  mine(input: { cursor?: string }): Page<MyAppointment>
  /** The caller's own, as they may see it; or, for its lawyer, what the lawyer may see by now. */
  appointment(input: { appointmentId: string }): AppointmentView
  rate(input: { appointmentId: string; score: number; text?: string }): { repeated: boolean }
  /** A file of one's own that the phone has put into storage: type and size are read from the file itself. */
  fileAdd(input: { fileId: string }): FileItem
  /** An address that works for ten minutes, for who may read the facts of this appointment. */
  fileLink(input: { appointmentId: string; id: string }): { url: string }

  limitCalc(input: LimitInput): LimitResult
  /** `limitId` absent: a new one; `opId` makes its id. */
  limitSave(input: LimitInput & { limitId?: string; opId: string; rev: number; remind: boolean }): Limitation
  limitMine(input: Record<string, never>): { limitations: Limitation[] }
  /** The person reports an event; it counts once a lawyer who advises them has confirmed it (`confirm`). */
  limitEvent(input: LimitEventInput): Limitation
  limitRemove(input: { limitId: string }): { repeated: boolean }

  desk(input: Record<string, never>): LawyerDesk
  /** Why a conflict stands is nobody's to know: it would tell whom the firm acts for. */
  conflictAnswer(input: { appointmentId: string; clear: boolean }): AppointmentView
  record(input: RecordInput): AppointmentView
  partiesSave(input: { parties: PartyInput[] }): PartiesSaved
  partiesMine(input: Record<string, never>): { parties: PartyInput[] }
  swapPropose(input: { slotIds: string[]; toLawyerId: string }): SwapItem
  swapAnswer(input: { swapId: string; agree: boolean }): SwapItem

  /** One lawyer's: their own (`lawyerId` absent), or any by staff. At most 62 days. */
  rotaView(input: { lawyerId?: string; from: string; to: string }): RotaView
  /** `preview` writes nothing. A rule without `id` is new; `remove` ends the rule of that id. */
  ruleSave(input: RuleInput): RuleSaved
  leaveSave(input: LeaveInput): LeaveSaved

  /** Appointments in the caller's organisations; no facts. */
  caseList(input: CaseFilter): Page<CaseItem>
  reassign(input: { appointmentId: string; toSlotId: string; reason: string }): CaseItem
  /** Called off by staff; nobody is blamed. */
  callOff(input: { appointmentId: string; reason: string }): CaseItem
  swapList(input: Record<string, never>): { swaps: SwapItem[] }
  swapApprove(input: { swapId: string; agree: boolean; reason?: string }): SwapItem
  menuSave(input: ServiceInput): LegalService
  lawyerList(input: Record<string, never>): { lawyers: LawyerItem[] }
  /** The profile of somebody who holds a grant as lawyer. */
  lawyerSave(input: LawyerInput): LawyerItem
}

/** One line of the menu. */
export interface LegalService {
  serviceId: string
  name: string
  intro: string
  modes: LegalMode[]
  minutes: number
  claimTypes: ClaimType[]
  /** The other side has to be named. */
  needsOpponent: boolean
  open: boolean
  order: number
  rev: number
}

export interface LegalMenu {
  services: LegalService[]
  /** 叶律师, 明理演示所. */
  lawyers: { lawyerId: string; name: string; firm: string; modes: LegalMode[] }[]
  /** Free slots of the next 14 days, by mode; of what anybody may book. */
  free: Partial<Record<LegalMode, number>>
  /** The caller's live appointment, if there is one. */
  next?: MyAppointment
}

/** PENDING: the holidays of that year are not announced yet. */
export interface CalendarDay {
  /** Local date. */
  date: string
  kind: DayKind
  /** 中秋节 */
  name?: string
  pending?: true
}

export interface FreeSlots {
  days: (CalendarDay & { free: number })[]
  lawyers: { lawyerId: string; name: string; firm: string; site?: Spot }[]
  /** By local date, then by the index into `lawyers`. */
  slots: Record<string, Record<number, SlotRun[]>>
}

/** Free slots that follow one another: the minute of the day at which the first begins, the length of each, how many. */
export type SlotRun = [from: number, minutes: number, count: number]

export interface Opponent {
  name: string
  /** 统一社会信用代码, 18 characters. */
  uscc?: string
}

export interface Intake {
  opponents: Opponent[]
  claimType: ClaimType
  /** When it happened, or when the person came to know; local date. */
  keyDate?: string
  /** What happened, 10–2,000 characters. */
  facts: string
  /** Ids of `fileAdd`, at most 9. */
  fileIds: string[]
}

export interface Booking {
  slotId: string
  serviceId: string
  mode: LegalMode
  intake: Intake
}

export interface FileItem {
  id: string
  mime: 'image/jpeg' | 'image/png' | 'application/pdf'
  bytes: number
}

export interface MyAppointment {
  appointmentId: string
  service: string
  lawyer: string
  firm: string
  mode: LegalMode
  startAt: number
  endAt: number
  state: AppointmentState
  site?: string
}

/** What has been written after a consultation. */
export interface ConsultRecord {
  facts: string
  advice: string
  next: NextStep
  /** Epoch ms; 0 while a draft, which the worker does not see. */
  finalAt: number
}

export interface AppointmentView extends MyAppointment {
  rev: number
  as: 'WORKER' | 'LAWYER'
  serviceId: string
  spot?: Spot
  bookedAt: number
  /** For the lawyer: the person's name, whole once cleared, masked before. For the worker: ''. */
  person: string
  /** For its lawyer once cleared, for a consultation by phone: their number, shown from a day before. */
  phone: string
  opponents: Opponent[]
  /** A name that resembles one the firm has declared: the lawyer looks closely. */
  suspected: boolean
  /** Epoch ms until which the lawyer answers. */
  answerBy: number
  /** Absent for a lawyer who has not cleared it. */
  intake?: { claimType: ClaimType; keyDate?: string; facts: string; files: FileItem[] }
  record?: ConsultRecord
  rating?: { score: number; text: string }
  reason: string
  can: { cancel: boolean; rate: boolean; answer: boolean; record: boolean; noShow: boolean }
  /** For a lawyer once cleared: what the person has saved about the limitation. */
  limitations: Limitation[]
}

export interface LimitInput {
  claimType: ClaimType
  /** The day on which the person knew or should have known; local date. */
  keyDate: string
  /** Still employed there: unpaid wages then have no running period. */
  employedStill: boolean
  /** The last day of employment. */
  endDate?: string
  events: LimitEvent[]
}

export interface LimitResult {
  /** Local date; absent while no period runs. */
  deadline?: string
  daysLeft?: number
  /** What the date follows from, in order: each step with its article. */
  basis: { text: string; article: string }[]
  /** Reported events would move the date to here, once confirmed. */
  ifConfirmed?: string
}

export interface Limitation extends LimitResult {
  limitId: string
  rev: number
  claimType: ClaimType
  keyDate: string
  employedStill: boolean
  endDate?: string
  events: LimitEvent[]
  remind: boolean
}

export type LimitEventInput =
  | { limitId: string; opId: string; kind: LimitEventKind; date: string; untilDate?: string }
  | { limitId: string; eventId: string; confirm: boolean }

export interface LawyerDesk {
  name: string
  firm: string
  today: DeskItem[]
  /** Conflicts to be answered, the earliest due first. */
  answers: DeskItem[]
  /** Records owed, the earliest due first. */
  records: DeskItem[]
  next: DeskItem[]
  /** Swaps proposed to them. */
  swaps: SwapItem[]
}

export interface DeskItem {
  appointmentId: string
  service: string
  mode: LegalMode
  startAt: number
  endAt: number
  state: AppointmentState
  /** Epoch ms; 0 without. */
  dueAt: number
}

export interface RecordInput {
  appointmentId: string
  rev: number
  outcome: 'DONE' | 'NO_SHOW'
  record: { facts: string; advice: string; next: NextStep }
  /** A draft otherwise. */
  final: boolean
}

export interface PartyInput {
  name: string
  uscc?: string
  /** Until when the relation lasts; local date. */
  untilDate: string
}

export interface PartiesSaved {
  count: number
  /** Appointments that the new names stand against: access to them has ended, staff find another lawyer. */
  conflicted: number
}

export interface RuleInput {
  lawyerId?: string
  /** The rota's revision. */
  rev: number
  preview: boolean
  rule: Omit<RotaRule, 'id'> & { id?: string }
  remove?: boolean
}

export interface HeldSlot {
  slotId: string
  startAt: number
  endAt: number
  appointmentId: string
}

export interface RuleSaved {
  slotsAdded: number
  slotsRemoved: number
  /** Held slots that no rule gives any more: they stay. */
  clashes: HeldSlot[]
  rev: number
}

export interface LeaveInput {
  lawyerId?: string
  rev: number
  /** Absent: a new one. With `remove`: the leave of that id ends. */
  leaveId?: string
  remove?: boolean
  fromAt: number
  toAt: number
  reason: string
  /** Appointments within are called off, their people told. */
  cancel?: boolean
}

export interface LeaveSaved {
  affected: HeldSlot[]
  rev: number
}

export interface RotaSlot {
  slotId: string
  startAt: number
  endAt: number
  modes: LegalMode[]
  /** UNCOVERED: held, and no rule gives it any more. */
  state: 'FREE' | 'HELD' | 'UNCOVERED'
  appointmentId?: string
}

export interface RotaView {
  lawyerId: string
  name: string
  /** The ways in which they consult: a rule offers some of them. */
  modes: LegalMode[]
  rev: number
  rules: RotaRule[]
  leaves: Leave[]
  slots: RotaSlot[]
  days: CalendarDay[]
  swaps: SwapItem[]
  /** Other lawyers one may swap with. */
  colleagues: { lawyerId: string; name: string; firm: string }[]
}

export interface SwapItem {
  swapId: string
  fromId: string
  fromName: string
  toId: string
  toName: string
  slots: { slotId: string; startAt: number; endAt: number; held: boolean }[]
  state: SwapState
  mine: boolean
  reason: string
}

/** TODO: conflicted, escalated, or held without a rule. */
export interface CaseFilter {
  tab: 'TODO' | 'COMING' | 'PAST'
  lawyerId?: string
  cursor?: string
}

export interface CaseItem extends MyAppointment {
  lawyerId: string
  serviceId: string
  /** Masked. */
  person: string
  reason: string
  /** Epoch ms until which something has to be done; 0 without. */
  dueAt: number
  uncovered: boolean
}

export interface ServiceInput {
  key: string
  name: string
  intro: string
  modes: LegalMode[]
  minutes: number
  claimTypes: ClaimType[]
  needsOpponent: boolean
  open: boolean
  order: number
  rev: number
}

export interface LawyerInput {
  personId: string
  /** The surname alone is shown: 叶律师. */
  surname: string
  firm: string
  /** '' leaves the one that is there. */
  licenceNo: string
  services: string[]
  modes: LegalMode[]
  site?: Spot
  active: boolean
  /** 0: there is no profile yet. */
  rev: number
}

export interface LawyerItem {
  lawyerId: string
  personId: string
  name: string
  surname: string
  firm: string
  /** The last four characters. */
  licence: string
  services: string[]
  modes: LegalMode[]
  site?: Spot
  active: boolean
  /** 0: holds the grant and has no profile yet. */
  rev: number
}
