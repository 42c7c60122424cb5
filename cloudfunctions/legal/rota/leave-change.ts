import { AppError } from '../../_kit/errors'
import { derivedUlid } from '../../_kit/ids'
import { DAY } from '../../../miniprogram/shared/time'
import type { Leave, Rota } from '../../../typings/documents'

const MOST_LEAVES = 60
/** What is over for so long is dropped when another is written. */
const KEPT_MS = 90 * DAY

export interface LeaveChange {
  /** Under an id of its own, a changed one too: who finds that id knows that this very change was made. */
  leave: Leave
  /** What it takes the place of, or what is removed. */
  old?: string
  remove: boolean
}

/** An id that a second tap comes to as well. */
export function newLeaveId(lawyerId: string, rev: number, leave: Omit<Leave, 'id'>): string {
  return `lv_${derivedUlid(`leave|${lawyerId}|${rev}|${JSON.stringify(leave)}`)}`
}

export function saysLeave({ leaves }: Rota, { leave, old, remove }: LeaveChange): boolean {
  const wanted = remove ? old : leave.id
  return leaves.some(({ id }) => id === wanted) !== remove
}

/** The leaves as they shall be, in order. */
export function nextLeaves({ leaves }: Rota, { leave, old, remove }: LeaveChange, now: number): Leave[] {
  const others = leaves.filter(({ id }) => id !== old)
  if (old !== undefined && others.length === leaves.length)
    throw new AppError('NOT_FOUND', { field: 'leaveId' })
  const kept = others.filter(({ toAt }) => toAt > now - KEPT_MS)
  if (remove) return kept
  if (kept.length >= MOST_LEAVES) throw new AppError('INVALID_INPUT', { field: 'leaveId' })
  return [...kept, leave].sort((a, b) => a.fromAt - b.fromAt)
}
