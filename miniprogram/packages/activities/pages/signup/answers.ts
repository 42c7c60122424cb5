import type { Question } from '../../../../../typings/documents'

/** Question key → what was answered. */
export type Answers = Record<string, string>

const MOST_LETTERS = 100

export interface QuestionLine {
  key: string
  label: string
  /** 必填 or 选填. */
  mark: string
  /** Empty for a text. */
  options: string[]
  answer: string
  /** Letters an answer may have. */
  most: number
  /** 12/100 */
  count: string
}

/** What is kept of a draft: answers to questions that are still asked, choices that can still be made. */
export const stillAsked = (questions: readonly Question[], draft: Answers): Answers =>
  Object.fromEntries(
    questions
      .filter(({ key, kind, options }) => kind === 'TEXT' || options.includes(draft[key] ?? ''))
      .map(({ key }) => [key, draft[key] ?? '']),
  )

/** What is sent: without the blanks around and without what was left empty. */
export const filledIn = (questions: readonly Question[], answers: Answers): Answers =>
  Object.fromEntries(
    questions.map(({ key }) => [key, (answers[key] ?? '').trim()]).filter(([, answer]) => answer !== ''),
  )

/** The first question that must be answered and is not. */
export const missingAnswer = (questions: readonly Question[], answers: Answers): string | undefined =>
  questions.find(({ key, required }) => required && !answers[key]?.trim())?.key

export const questionLines = (questions: readonly Question[], answers: Answers): QuestionLine[] =>
  questions.map(({ key, label, options, kind, required }) => {
    const answer = answers[key] ?? ''
    return {
      key,
      label,
      mark: required ? '必填' : '选填',
      options: kind === 'CHOICE' ? options : [],
      answer,
      most: MOST_LETTERS,
      count: `${answer.length}/${MOST_LETTERS}`,
    }
  })
