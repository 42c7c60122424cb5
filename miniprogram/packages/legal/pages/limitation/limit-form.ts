import type { LimitInput, Limitation } from '../../../../../typings/api/legal'
import type { ClaimType, LimitEvent } from '../../../../../typings/documents'
import { isRemuneration } from '../../../../shared/limitation'

/** What was answered so far; '' for what was not. Dates are local dates. */
export interface LimitForm {
  claimType: ClaimType | ''
  employed: '' | 'yes' | 'no'
  keyDate: string
  endDate: string
  events: LimitEvent[]
}

export const emptyForm: LimitForm = { claimType: '', employed: '', keyDate: '', endDate: '', events: [] }

/** What is asked: of wages, when employment ended; of everything else, since when one knows. */
export function questionsOf({ claimType, employed }: LimitForm): {
  employed: boolean
  keyDate: boolean
  endDate: boolean
} {
  if (claimType === '') return { employed: false, keyDate: false, endDate: false }
  const wages = isRemuneration(claimType)
  return { employed: wages, keyDate: !wages, endDate: wages && employed === 'no' }
}

/** What is calculated and saved; undefined while an answer is missing. */
export function inputOf(form: LimitForm, today: string): LimitInput | undefined {
  const { claimType, employed, keyDate, endDate, events } = form
  const asked = questionsOf(form)
  if (claimType === '') return undefined
  if (asked.employed && employed === '') return undefined
  if (asked.keyDate) return keyDate === '' ? undefined : { claimType, keyDate, employedStill: false, events }
  if (!asked.endDate) return { claimType, keyDate: today, employedStill: true, events }
  return endDate === '' ? undefined : { claimType, keyDate: endDate, employedStill: false, endDate, events }
}

export function formOf({ claimType, keyDate, employedStill, endDate = '', events }: Limitation): LimitForm {
  if (!isRemuneration(claimType)) return { claimType, employed: '', keyDate, endDate: '', events }
  return { claimType, employed: employedStill ? 'yes' : 'no', keyDate: '', endDate, events }
}

/** Would saving change the card? */
export function isChanged(form: LimitForm, card: Limitation): boolean {
  const before = formOf(card)
  const same = form.claimType === before.claimType && form.events.length === before.events.length
  const [now, then] = [answersOf(form), answersOf(before)]
  return !same || now !== then
}

/** Only what is asked counts: the rest is left from another kind of claim. */
function answersOf(form: LimitForm): string {
  const { employed, keyDate, endDate } = questionsOf(form)
  return [employed && form.employed, keyDate && form.keyDate, endDate && form.endDate].join()
}
