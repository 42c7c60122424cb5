import { open } from '../../_kit/crypto'
import { secrets } from '../../_kit/keys'
import type { Place, Question } from '../../../typings/documents'

/** What the envelope of somebody's answers is bound to. */
export const answersOwner = (sessionId: string, personId: string): string =>
  `${sessionId}|${personId}.answers`

/** What the holder answered, by the labels the questions have now; nothing where nothing was asked, or of an offer. */
export function answersOf(
  { pool, holder, state, answers }: Pick<Place, 'pool' | 'holder' | 'state' | 'answers'>,
  questions: readonly Question[],
): { label: string; text: string }[] {
  if (state !== 'HELD' || answers === null || questions.length === 0) return []
  const given = JSON.parse(open(answers, answersOwner(pool, holder), secrets())) as Record<string, string>
  return questions.flatMap(({ key, label }) => {
    const text = given[key]
    return text === undefined || text === '' ? [] : [{ label, text }]
  })
}
