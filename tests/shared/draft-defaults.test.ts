import { habits, newDraft, opensAt, withKind } from '../../miniprogram/packages/staff/draft/defaults'
import {
  copied,
  startingAt,
  withAnother,
  withPlacesOf,
} from '../../miniprogram/packages/staff/draft/sessions'
import { publishingProblems } from '../../miniprogram/packages/staff/draft/draft-problems'
import type { ActivityKind } from '../../typings/documents'
import { draft, draftSession } from './draft-sample'
import { NOW, at } from './sample'

test('a new activity lies a week ahead, opens the next morning at nine and closes two hours before', () => {
  const { sessions } = newDraft('LECTURE', 'org_S2', NOW)
  expect(sessions).toMatchObject([
    {
      startAt: at('2026-09-23T14:00:00'),
      endAt: at('2026-09-23T16:00:00'),
      openAt: at('2026-09-17T09:00:00'),
      closeAt: at('2026-09-23T12:00:00'),
    },
  ])
})

test('of every kind, only name and place are left to fill in', () => {
  for (const kind of Object.keys(habits) as ActivityKind[]) {
    const missing = publishingProblems(newDraft(kind, 'org_S2', NOW), [], NOW).map(({ field }) => field)
    expect(missing).toEqual(['title', 'sessions.0.spot.name'])
  }
})

test('sign-up opens at once when it would be over by nine the next morning', () => {
  expect(opensAt(NOW + 12_345, at('2026-09-17T09:00:00'))).toBe(NOW)
  expect(opensAt(at('2026-09-16T08:00:00'), at('2026-09-20T09:00:00'))).toBe(at('2026-09-16T09:00:00'))
})

test('another kind brings its own drawing, hours and places, and leaves what was written', () => {
  const lecture = { ...newDraft('LECTURE', 'org_S2', NOW), title: '欠薪怎么讨' }
  const visit = withKind(lecture, 'VISIT', NOW)
  expect(visit).toMatchObject({ kind: 'VISIT', art: 'visit', groupMax: 20, title: '欠薪怎么讨' })
  expect(visit.sessions[0]).toMatchObject({ places: 8, endAt: at('2026-09-23T15:00:00') })
  expect(withKind(visit, 'LECTURE', NOW)).toEqual(lecture)

  const own = { ...lecture, art: 'badminton' as const, sessions: [{ ...draftSession, places: 36 }] }
  expect(withKind(own, 'VISIT', NOW)).toMatchObject({ art: 'badminton', sessions: [draftSession] })
})

test('one more session follows the last one: at once, a day later, a week later, and is not published yet', () => {
  const last = { ...draftSession, sessionId: 'se_1' }
  const start = (after: Parameters<typeof withAnother>[1]) => withAnother([last], after)[1]?.startAt
  expect(start('FOLLOWING')).toBe(draftSession.endAt)
  expect(start('NEXT_DAY')).toBe(at('2026-09-25T15:00:00'))
  expect(start('NEXT_WEEK')).toBe(at('2026-10-01T15:00:00'))
  expect(withAnother([last], 'NEXT_DAY')[1]).not.toHaveProperty('sessionId')
})

test('a start that is moved takes the end and the close of sign-up along, and not its opening', () => {
  expect(startingAt(draftSession, at('2026-09-25T18:00:00'))).toMatchObject({
    endAt: at('2026-09-25T20:00:00'),
    closeAt: at('2026-09-25T16:00:00'),
    openAt: draftSession.openAt,
  })
})

test('a copy lies on the same weekday of next week, with all its sessions, and is new', () => {
  // NOW is Wednesday, 16 September; the old one was on Thursday, 6 August, and the day after
  const first = startingAt({ ...draftSession, sessionId: 'se_1' }, at('2026-08-06T15:00:00'))
  const second = startingAt({ ...draftSession, sessionId: 'se_2' }, at('2026-08-07T09:00:00'))
  const copy = copied({ ...draft, sessions: [first, second] }, NOW)
  expect(copy.sessions.map(({ startAt }) => startAt)).toEqual([
    at('2026-09-24T15:00:00'),
    at('2026-09-25T09:00:00'),
  ])
  expect(copy.sessions.every(({ sessionId }) => sessionId === undefined)).toBe(true)
  expect(publishingProblems(copy, [], NOW)).toEqual([])
})

test('a copy of a Sunday is made on the Sunday that ends next week', () => {
  const sunday = startingAt(draftSession, at('2026-09-13T15:00:00'))
  expect(copied({ ...draft, sessions: [sunday] }, NOW).sessions[0]?.startAt).toBe(at('2026-09-27T15:00:00'))
  expect(copied({ ...draft, sessions: [] }, NOW).sessions).toEqual([])
})

test('places of a published session come from where they were changed, those of a new one are as written', () => {
  const mine = { ...draft, sessions: [{ ...draftSession, sessionId: 'se_1' }, draftSession] }
  const theirs = { ...draft, sessions: [{ ...draftSession, sessionId: 'se_1', places: 50, kept: [] }] }
  expect(withPlacesOf(mine, theirs).sessions).toMatchObject([{ places: 50, kept: [] }, { places: 36 }])
})
