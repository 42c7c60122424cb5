import type { DraftProblem } from '../../draft/draft-problems'

/** The path in the draft that an error of the server names: the input's, without what lies around the draft. */
export const draftField = (field: string): string => field.replace(/^draft\./, '')

const SESSION_PARTS: [RegExp, keyof SessionProblems][] = [
  [/^(startAt|endAt)$/, 'time'],
  [/^(openAt|closeAt)$/, 'signUp'],
  [/^spot/, 'spot'],
  [/^kept/, 'kept'],
]

export interface SessionProblems {
  time: string
  signUp: string
  spot: string
  places: string
  kept: string
}

/** What is wrong with the session at `index`, by its rows. */
export function sessionProblems(problems: readonly DraftProblem[], index: number): SessionProblems {
  const found: SessionProblems = { time: '', signUp: '', spot: '', places: '', kept: '' }
  const head = `sessions.${index}.`
  for (const { field, text } of problems) {
    if (!field.startsWith(head)) continue
    const rest = field.slice(head.length)
    const row = SESSION_PARTS.find(([pattern]) => pattern.test(rest))?.[1] ?? 'places'
    found[row] ||= text
  }
  return found
}

/** What is wrong with a field and everything in it; '' when nothing is. */
export const problemAt = (problems: readonly DraftProblem[], field: string): string =>
  problems.find(one => one.field === field || one.field.startsWith(`${field}.`))?.text ?? ''

/** The id of the element on the page that shows a field. */
export function anchorOf(field: string): string {
  const [head = '', index] = field.split('.')
  return head === 'sessions' && index !== undefined ? `session-${index}` : `field-${head}`
}
