import type { ConsultRecord } from '../../../../../typings/api/legal'

/** What the lawyer writes after a consultation. */
export type RecordForm = Omit<ConsultRecord, 'finalAt'>

/** A record being written, as the phone keeps it until it is handed in. */
export interface Writing {
  /** The appointment's revision that it began from, and what stood there. */
  rev: number
  base: RecordForm
  form: RecordForm
  /** What was sent, as long as no answer has come. */
  sent?: RecordForm
  /** When it was kept, epoch ms. */
  at: number
}

export interface Reconciled {
  writing: Writing
  /** What another phone has saved meanwhile: the lawyer chooses. */
  theirs?: RecordForm
}

export const emptyRecord: RecordForm = { facts: '', advice: '', next: 'NONE' }

export const isSame = (one: RecordForm, other: RecordForm): boolean =>
  one.next === other.next &&
  one.facts.trim() === other.facts.trim() &&
  one.advice.trim() === other.advice.trim()

export const isUnsaved = ({ form, base }: Writing): boolean => !isSame(form, base)

/** What stands on the server now, and what this phone has kept. */
export function reconcile(
  kept: Writing | undefined,
  { rev, record }: { rev: number; record?: ConsultRecord },
  now: number,
): Reconciled {
  const stored = record ? formOf(record) : emptyRecord
  const saved: Writing = { rev, base: stored, form: stored, at: now }
  if (!kept || !isUnsaved(kept) || isSame(kept.form, stored)) return { writing: saved }
  const ours = isSame(stored, kept.base) || (kept.sent !== undefined && isSame(stored, kept.sent))
  // what it began from stays until one is chosen: another look must ask again
  return ours ? { writing: over(kept, stored, rev) } : { writing: { ...kept, rev }, theirs: stored }
}

/** To be saved over what stands there. */
export const over = (writing: Writing, stored: RecordForm, rev = writing.rev): Writing => ({
  ...writing,
  rev,
  base: stored,
  sent: undefined,
})

const formOf = ({ facts, advice, next }: ConsultRecord): RecordForm => ({ facts, advice, next })

/** Why it cannot be handed in; '' when it can. */
export function recordProblem({ facts, advice }: RecordForm): string {
  if (facts.trim().length < 2) return '请写明了解到的情况。'
  return advice.trim().length < 2 ? '请写明给当事人的意见。' : ''
}
