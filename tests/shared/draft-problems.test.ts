import { publishingProblems, savingProblems } from '../../miniprogram/packages/staff/draft/draft-problems'
import type { ActivityDraft, DraftSession } from '../../typings/documents'
import { draft, draftSession } from './draft-sample'
import { NOW, at } from './sample'

const fields = (change: Partial<ActivityDraft>) =>
  publishingProblems({ ...draft, ...change }, [], NOW).map(({ field }) => field)
const ofSession = (change: Partial<DraftSession>, more: Partial<ActivityDraft> = {}) =>
  fields({ ...more, sessions: [{ ...draftSession, ...change }] })

test('a complete activity has nothing wrong with it', () => {
  expect(fields({})).toEqual([])
})

test('what is missing is named by its path, in the order of the page', () => {
  const all = {
    title: '  ',
    notes: ['请早到。', ' '],
    sessions: [{ ...draftSession, spot: { ...draftSession.spot, name: '' } }],
    questions: [
      { key: 'q1', label: '', kind: 'TEXT' as const, options: [], required: true },
      { key: 'q2', label: '尺码', kind: 'CHOICE' as const, options: ['大'], required: true },
    ],
  }
  const found = ['title', 'sessions.0.spot.name', 'notes.1', 'questions.0.label', 'questions.1.options']
  expect(fields(all)).toEqual(found)
  expect(fields({ sessions: [] })).toEqual(['sessions'])
  expect(fields({ orgId: '' })).toEqual(['orgId'])
  expect(fields({ budgetFen: 10_000_000_000 })).toEqual(['budgetFen'])
})

test('times stand in order: sign-up opens, closes, the session starts, ends', () => {
  expect(ofSession({ endAt: draftSession.startAt })).toEqual(['sessions.0.endAt'])
  expect(ofSession({ closeAt: draftSession.startAt + 1 })).toEqual(['sessions.0.closeAt'])
  expect(ofSession({ closeAt: draftSession.startAt })).toEqual([])
  expect(ofSession({ openAt: draftSession.closeAt })).toEqual(['sessions.0.closeAt'])
})

test('nobody signs up for what is open to all, so its sign-up has no order', () => {
  expect(ofSession({ openAt: draftSession.closeAt, places: 0, kept: [] }, { mode: 'OPEN' })).toEqual([])
})

test('a walk of several weeks may be joined until it ends', () => {
  const weeks = { startAt: at('2026-09-01T00:00:00'), endAt: at('2026-09-30T23:59:00') }
  const closeAt = at('2026-09-30T23:59:00')
  expect(ofSession({ ...weeks, closeAt }, { kind: 'WALK' })).toEqual([])
  expect(ofSession({ ...weeks, closeAt: closeAt + 1 }, { kind: 'WALK' })).toEqual(['sessions.0.closeAt'])
  expect(ofSession({ ...weeks, closeAt })).toEqual(['sessions.0.closeAt', 'sessions.0.startAt'])
})

test('kept places fit into the session, and each is kept for somebody', () => {
  expect(ofSession({ places: 11 })).toEqual(['sessions.0.kept'])
  expect(ofSession({ kept: [{ label: '', places: 1, employments: [] }] })).toEqual(['sessions.0.kept'])
  expect(ofSession({ places: 0, kept: [] })).toEqual(['sessions.0.places'])
})

test('nothing new is published into the past, and what has begun already may stay as it is', () => {
  const begun = { startAt: NOW - 3_600_000, endAt: NOW + 3_600_000, closeAt: NOW - 7_200_000, openAt: 0 }
  expect(ofSession(begun)).toEqual(['sessions.0.startAt'])
  const sessions = [{ ...draftSession, ...begun, sessionId: 'se_1' }]
  expect(publishingProblems({ ...draft, sessions }, [begun], NOW)).toEqual([])
  // its end may still be moved, while it runs
  const longer = [{ ...sessions[0]!, endAt: NOW + 7_200_000 }]
  expect(publishingProblems({ ...draft, sessions: longer }, [begun], NOW)).toEqual([])
})

test('a draft may be unfinished: only its name, organiser and the order of times are asked for', () => {
  const unfinished = {
    ...draft,
    notes: [''],
    sessions: [{ ...draftSession, spot: { ...draftSession.spot, name: '' } }],
  }
  expect(savingProblems(unfinished)).toEqual([])
  expect(savingProblems({ ...draft, title: '灯' }).map(({ field }) => field)).toEqual(['title'])
})
