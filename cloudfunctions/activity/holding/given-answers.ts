import { maxLength, pipe, record, string } from 'valibot'
import { seal } from '../../_kit/crypto'
import { AppError } from '../../_kit/errors'
import { secrets } from '../../_kit/keys'
import { isRisky } from '../../_kit/openapi'
import type { Question, Sealed } from '../../../typings/documents'
import { answersOwner } from './answers'

type Answers = Readonly<Record<string, string>>

/** Question key → answer, as it comes in. */
export const givenAnswers = record(pipe(string(), maxLength(20)), pipe(string(), maxLength(100)))

/** What was answered to what is asked, without what was left empty. Throws INVALID_INPUT with the question. */
export function fittingAnswers(questions: readonly Question[], given: Answers): Answers {
  const unknown = Object.keys(given).find(key => !questions.some(question => question.key === key))
  if (unknown !== undefined) throw unfit(unknown)
  const kept = questions.flatMap(({ key, kind, options, required }) => {
    const text = Object.hasOwn(given, key) ? (given[key] ?? '').trim() : ''
    if (text === '' && required) throw unfit(key)
    if (kind === 'CHOICE' && text !== '' && !options.includes(text)) throw unfit(key)
    return text === '' ? [] : [[key, text] as const]
  })
  return Object.fromEntries(kept)
}

/** Throws CONTENT_RISKY. What people only choose needs no look; a check that cannot be reached keeps nobody out. */
export async function checkAnswers(
  questions: readonly Question[],
  answers: Answers,
  openid: string,
): Promise<void> {
  const written = questions.filter(({ kind }) => kind === 'TEXT').flatMap(({ key }) => answers[key] ?? [])
  if (written.length > 0 && (await isRisky(written.join('\n'), openid)))
    throw new AppError('CONTENT_RISKY', { field: 'answers' })
}

/** `null` where nothing was asked, or answered. */
export function sealAnswers(answers: Answers, sessionId: string, personId: string): Sealed | null {
  if (Object.keys(answers).length === 0) return null
  return seal(JSON.stringify(answers), answersOwner(sessionId, personId), secrets())
}

const unfit = (key: string) => new AppError('INVALID_INPUT', { field: `answers.${key.slice(0, 20)}` })
