import type { Page } from '../contract'
import type { ActivityKind, Art } from '../documents'

/** Functions of `insight`: what is to be done, and what leaves the house. */
export interface InsightApi {
  desk(input: Record<string, never>): Desk
  approvals(input: { cursor?: string }): Approvals
  /** Roster and attendance of one session as XLSX. `full` unmasks names and phones and wants REPORT. */
  export(input: { opId: string; kind: 'ROSTER'; sessionId: string; reason: string; full?: boolean }): Exported
  /** A new address for a file exported before, while it is kept. */
  exportGet(input: { exportId: string }): Exported
  poster(input: { kind: 'ACTIVITY'; id: string }): Poster
}

/** What waits for a person of staff, what is due first. */
export interface Desk {
  orgName: string
  name: string
  todos: DeskTodo[]
  /** Sessions whose roll can be called now or within a day. */
  today: {
    sessionId: string
    title: string
    startAt: number
    endAt: number
    held: number
    attended: number
  }[]
}

export type TodoKind =
  'APPROVAL' | 'RETURNED' | 'PENDING' | 'UNFINISHED' | 'REVIEWING' | 'DRAFT' | 'GRANT' | 'LEGAL'

export interface DeskTodo {
  kind: TodoKind
  count: number
  /** The first of them, in words: its title. */
  line: string
  /** When it is due or was saved (epoch ms). */
  at: number
}

/** Money items that wait for this caller, the oldest first. With the first page `mine`: the latest they proposed, 20 at most and 9 KB. */
export interface Approvals extends Page<ApprovalItem> {
  mine: OwnApproval[]
}

export type OwnApproval = Omit<ApprovalItem, 'proposer' | 'lines'>

export interface ApprovalItem {
  approvalId: string
  activityId: string
  title: string
  orgName: string
  amountFen: number
  /** Masked. */
  proposer: string
  at: number
  state: 'PENDING' | 'AGREED' | 'RETURNED' | 'VOID'
  reason: string
  /** What is proposed, line by line; `was` where it differs from what is in force. */
  lines: { label: string; text: string; was?: string }[]
}

export interface Exported {
  exportId: string
  /** Https address, valid until `until` (epoch ms). */
  url: string
  until: number
  fileName: string
  rows: number
}

/** What an A4 poster shows. */
export interface Poster {
  title: string
  kind: ActivityKind
  art: Art
  /** Https address of a cover; absent draws `art`. */
  coverUrl?: string
  org: string
  /** Time, place and what else a reader must know, a line each. */
  lines: { label: string; text: string }[]
  /** The code as `data:` or https address; it carries the real scene. */
  qrUrl: string
  /** Short id to verify it by phone. */
  shortId: string
}
