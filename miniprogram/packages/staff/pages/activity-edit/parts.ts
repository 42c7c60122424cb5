import type { ActivityDraft, DraftSession, Question } from '../../../../../typings/documents'
import type { DraftProblem } from '../../draft/draft-problems'

export type Part = Partial<ActivityDraft>

export const withSession = (
  { sessions }: ActivityDraft,
  index: number,
  change: Partial<DraftSession>,
): DraftSession[] => sessions.map((session, at) => (at === index ? { ...session, ...change } : session))

export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index)

export const replaced = <T>(list: readonly T[], index: number, by: T): T[] =>
  list.map((one, at) => (at === index ? by : one))

/** A key that no other question of the activity has. */
export function newQuestion(questions: readonly Question[]): Question {
  const taken = questions.map(({ key }) => Number(key.replace(/\D/g, '')) || 0)
  return { key: `q${Math.max(0, ...taken) + 1}`, label: '', kind: 'TEXT', options: [], required: true }
}

/** Yuan as typed, in fen; nothing typed is nothing needed. */
export const fenOf = (yuan: string): number => Math.round((Number.parseFloat(yuan) || 0) * 100)

export const yuanOf = (fen: number): string => (fen === 0 ? '' : String(fen / 100))

/** As the server stores it. */
export const trimmed = (draft: ActivityDraft): ActivityDraft => ({
  ...draft,
  title: draft.title.trim(),
  notes: draft.notes.map(note => note.trim()),
  sessions: draft.sessions.map(session => ({
    ...session,
    spot: { ...session.spot, name: session.spot.name.trim(), address: session.spot.address.trim() },
  })),
  questions: draft.questions.map(question => ({
    ...question,
    label: question.label.trim(),
    options: question.kind === 'CHOICE' ? question.options : [],
  })),
})

/** What is still wrong after these parts were changed. */
export const stillWrong = (problems: readonly DraftProblem[], change: Part): DraftProblem[] =>
  problems.filter(({ field }) => !(field.split('.')[0] ?? '').match(`^(${Object.keys(change).join('|')})$`))
