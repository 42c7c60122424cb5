import type { ActivityDraft, ActivityKind, DraftSession, Times } from '../../../../typings/documents'
import { DAY } from '../../../shared/time'

/** `field` is the dotted path into the draft, as the server names it: `sessions.0.endAt`. */
export interface DraftProblem {
  field: string
  text: string
}

/** The longest and the most that the server takes (cloudfunctions/activity/manage/draft-schema.ts). */
export const most = {
  kept: 5,
  sessions: 30,
  notes: 10,
  questions: 6,
  budgetFen: 9_999_999_999,
} as const

type Span = Pick<Times, 'startAt' | 'endAt'>
type Check = [wrong: boolean, field: string, text: string]

const found = (checks: Check[]): DraftProblem[] =>
  checks.filter(([wrong]) => wrong).map(([, field, text]) => ({ field, text }))

/** A walk of several weeks may be joined while it runs. */
const joinsLate = (kind: ActivityKind, { startAt, endAt }: Span): boolean =>
  kind === 'WALK' && endAt - startAt > DAY

/** openAt < closeAt ≤ startAt < endAt; nobody signs up for what is open to all. */
export function orderProblems(
  { kind, mode }: Pick<ActivityDraft, 'kind' | 'mode'>,
  session: Times,
): DraftProblem[] {
  const { startAt, endAt, openAt, closeAt } = session
  const late = joinsLate(kind, session)
  const signUp = mode !== 'OPEN'
  return found([
    [endAt <= startAt, 'endAt', '结束时间要晚于开始时间。'],
    [signUp && !late && closeAt > startAt, 'closeAt', '报名截止不能晚于活动开始。'],
    [signUp && late && closeAt > endAt, 'closeAt', '报名截止不能晚于活动结束。'],
    [signUp && openAt >= closeAt, 'closeAt', '报名截止要晚于报名开始。'],
  ])
}

/** Of every session, with the path of its field. */
const inSessions = (
  { sessions }: ActivityDraft,
  problemsOf: (session: DraftSession) => DraftProblem[],
): DraftProblem[] =>
  sessions.flatMap((session, index) =>
    problemsOf(session).map(({ field, text }) => ({ field: `sessions.${index}.${field}`, text })),
  )

/** What stands in the way of saving a draft, which may be unfinished. */
export const savingProblems = (draft: ActivityDraft): DraftProblem[] => [
  ...found([
    [draft.title.trim().length < 2, 'title', '请填写名称，至少2个字。'],
    [draft.orgId === '', 'orgId', '请选择主办工会。'],
    [draft.budgetFen > most.budgetFen, 'budgetFen', '预算不能超过一亿元。'],
  ]),
  ...inSessions(draft, session => orderProblems(draft, session)),
]

function unfinished({ mode }: ActivityDraft, { kept, places, spot }: DraftSession): DraftProblem[] {
  const sum = kept.reduce((total, one) => total + one.places, 0)
  return found([
    [spot.name.trim() === '', 'spot.name', '请填写地点，职工要按它找过来。'],
    [mode !== 'OPEN' && places === 0, 'places', '请填写名额。'],
    [sum > places, 'kept', `分段共 ${sum} 个，超过了 ${places} 个名额。`],
    [kept.some(({ employments }) => employments.length === 0), 'kept', '每一段都要选留给谁。'],
  ])
}

/** Nothing is published into the past: neither a new session nor the new time of one in force. */
function past(
  { kind }: ActivityDraft,
  session: DraftSession,
  inForce: readonly Span[],
  now: number,
): DraftProblem[] {
  const known = inForce.find(one => one.startAt === session.startAt && one.endAt === session.endAt)
  if (known) return []
  const begun = session.startAt <= now && !inForce.some(one => one.startAt === session.startAt)
  return found([
    [
      session.endAt <= now || (begun && !joinsLate(kind, session)),
      'startAt',
      '这个时间已经过了，请改到以后。',
    ],
  ])
}

/** What stands in the way of publishing, in the order of the page. `inForce`: the times of its published sessions. */
export function publishingProblems(
  draft: ActivityDraft,
  inForce: readonly Span[],
  now: number,
): DraftProblem[] {
  return [
    ...savingProblems(draft),
    ...found([[draft.sessions.length === 0, 'sessions', '至少要有一场。']]),
    ...inSessions(draft, session => [...unfinished(draft, session), ...past(draft, session, inForce, now)]),
    ...draft.notes.flatMap((note, index) =>
      found([[note.trim() === '', `notes.${index}`, '这一条还是空的，请填写或删去。']]),
    ),
    ...draft.questions.flatMap(({ label, kind, options }, index) =>
      found([
        [label.trim() === '', `questions.${index}.label`, '请写出要问什么。'],
        [kind === 'CHOICE' && options.length < 2, `questions.${index}.options`, '选择题至少要有两个选项。'],
      ]),
    ),
  ]
}
