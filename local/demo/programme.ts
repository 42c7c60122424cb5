import type {
  ActivityKind,
  ActivityMode,
  ActivityState,
  Art,
  Employment,
  Spot,
} from '../../typings/documents'

/** One session of the programme; times of day in Asia/Shanghai. */
export interface Slot {
  date: string
  from: string
  to: string
  /** Last day, where it is not the first. */
  until?: string
  places: number
  /** How many of them invented people hold. */
  held: number
  segments?: { key: string; label: string; from: number; to: number; employments: Employment[] }[]
}

export interface Programme {
  /** Number in PRODUCT section 10. */
  number: number
  kind: ActivityKind
  mode: ActivityMode
  art: Art
  orgId: string
  state: ActivityState
  title: string
  body: string[]
  notes: string[]
  /** The place in a word, for lists. */
  near: string
  spot: Spot
  memberOnly?: boolean
  employments?: Employment[]
  groupMax?: number
  entrants?: number
  /** Public money it needs. */
  budgetFen?: number
  /** `YYYY-MM-DD HH:mm` */
  opens: string
  closes?: string
  slots: Slot[]
}
