import fc from 'fast-check'
import { spanOf } from '../../../cloudfunctions/activity/manage/draft'
import { missing, pastFault, timeFault } from '../../../cloudfunctions/activity/manage/draft-rules'
import { afterCallOff } from '../../../cloudfunctions/activity/manage/called-off'
import { activityPhase, nextTimes, phaseWithin, sessionPhase } from '../../../cloudfunctions/activity/phase'
import { nextReminder } from '../../../cloudfunctions/activity/holding/reminder'
import { cut, raised } from '../../../cloudfunctions/activity/queue/resize'
import { keptOf, segmentsOf, segmentTotals, usable } from '../../../cloudfunctions/activity/segments'
import { snapshotHash } from '../../../cloudfunctions/activity/manage/snapshot'
import type { Activity, Session } from '../../../typings/documents'
import { DAY, draftFrom, HOUR, sessionIn } from '../drafts'

const NOW = 1_800_000_000_000
const kept = (places: number) => ({ label: `留${places}`, places, employments: ['RIDER' as const] })

test('the fingerprint of a draft is its content, whatever the order of its fields', () => {
  const draft = draftFrom(NOW)
  const { title, ...rest } = draft
  expect(snapshotHash({ ...rest, title })).toBe(snapshotHash(draft))
  expect(snapshotHash({ ...draft, budgetFen: 1 })).not.toBe(snapshotHash(draft))
  expect(snapshotHash({ ...draft, notes: ['a', 'b'] })).not.toBe(
    snapshotHash({ ...draft, notes: ['b', 'a'] }),
  )
})

describe('the order of times', () => {
  test('holds for every session, and for nothing that is open to all', () => {
    const draft = draftFrom(NOW, { sessions: [sessionIn(5, NOW, { closeAt: NOW + 6 * HOUR })] })
    expect(timeFault(draft)).toEqual({ code: 'TIME_ORDER', field: 'sessions.0.closeAt' })
    expect(timeFault({ ...draft, mode: 'OPEN' })).toBeUndefined()
    expect(timeFault(draftFrom(NOW))).toBeUndefined()
  })

  test('a walk that runs may be published, and joined', () => {
    const walk = sessionIn(-48, NOW, {
      endAt: NOW + 20 * DAY,
      closeAt: NOW + 10 * DAY,
      openAt: NOW - 9 * DAY,
    })
    const draft = draftFrom(NOW, { kind: 'WALK', sessions: [walk] })
    expect(pastFault(draft, [], NOW)).toBeUndefined()
    expect(pastFault({ ...draft, kind: 'LECTURE' }, [], NOW)?.field).toBe('sessions.0.startAt')
    expect(pastFault(draft, [], NOW + 21 * DAY)?.field).toBe('sessions.0.endAt')
    expect(sessionPhase(walk, NOW)).toBe('OPEN')
    expect(sessionPhase(walk, NOW + 11 * DAY)).toBe('RUNNING')
  })
})

describe('segments', () => {
  test('cut the numbers from 1 on, what is left is for everybody', () => {
    expect(segmentsOf({ places: 10, kept: [kept(3), kept(2)] }).map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [4, 5],
      [6, 10],
    ])
    expect(segmentsOf({ places: 5, kept: [kept(3), kept(2)] })).toHaveLength(2)
    expect(segmentsOf({ places: 5, kept: [] })).toEqual([])
  })

  test('a session shows what it keeps as it was written, whatever was raised and cut', () => {
    const written = [kept(3), kept(2)]
    const segments = segmentsOf({ places: 10, kept: written })
    expect(keptOf({ segments })).toEqual(written)
    const size = cut(raised({ segments, maxNo: 10, blocked: 0 }, 'k1', 4), 'k1', 2)
    expect(keptOf(size)).toEqual([kept(3), kept(2)].map((one, i) => (i === 0 ? { ...one, places: 5 } : one)))
  })

  test('any raises and cuts end in the sum of them', () => {
    const change = fc.record({ key: fc.constantFrom('k1', 'k2', 'all'), by: fc.integer({ min: -4, max: 6 }) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), changes => {
        let size = { segments: segmentsOf({ places: 12, kept: [kept(4), kept(3)] }), maxNo: 12, blocked: 0 }
        const want: Record<string, number> = { k1: 4, k2: 3, all: 5 }
        for (const { key, by } of changes) {
          const now = want[key] ?? 0
          if (now + by < 0 || by === 0) continue
          size = by > 0 ? raised(size, key, by) : cut(size, key, -by)
          want[key] = now + by
        }
        const have = Object.fromEntries(segmentTotals(size.segments).map(one => [one.key, one.capacity]))
        expect(have).toEqual(want)
        expect(usable(size)).toBe(Object.values(want).reduce((a, b) => a + b))
        expect(size.segments.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(size.maxNo)
      }),
    )
  })

  test('a pool without segments is raised and cut as one', () => {
    const smaller = cut({ segments: [], maxNo: 5, blocked: 0 }, '', 3)
    expect(smaller).toEqual({ segments: [], maxNo: 5, blocked: 3 })
    expect(raised(smaller, '', 4)).toEqual({ segments: [], maxNo: 6, blocked: 0 })
  })
})

describe('what became of sessions', () => {
  const on = { ...sessionIn(10, NOW), state: 'ON' as const }
  const off = { ...sessionIn(5, NOW), state: 'CALLED_OFF' as const }
  const done = { ...sessionIn(-50, NOW), state: 'FINISHED' as const }
  const activity = { state: 'PUBLISHED' as const }

  test('one that was called off or finished is so, whatever the hour', () => {
    expect(phaseWithin(activity, off, NOW)).toBe('CALLED_OFF')
    expect(phaseWithin(activity, { ...on, state: 'FINISHED' }, NOW)).toBe('ENDED')
    expect(phaseWithin({ state: 'CALLED_OFF' }, done, NOW)).toBe('CALLED_OFF')
    expect(activityPhase({ ...activity, times: [off, on] }, NOW)).toBe('OPEN')
    expect(activityPhase({ ...activity, times: [done, off] }, NOW)).toBe('ENDED')
    expect(activityPhase({ ...activity, times: [off] }, NOW)).toBe('CALLED_OFF')
  })

  test('the next session is one that happens', () => {
    const span = { startAt: 0, endAt: 0 }
    expect(nextTimes({ ...span, times: [done, off, on] }, NOW).startAt).toBe(on.startAt)
    expect(nextTimes({ ...span, times: [done, off] }, NOW).startAt).toBe(done.startAt)
    expect(nextTimes({ ...span, times: [off] }, NOW).startAt).toBe(off.startAt)
  })

  test('an activity spans what is not called off, or all of it when all is', () => {
    expect(spanOf([on, off])).toMatchObject({ startAt: on.startAt, sessions: 2, spot: '职工之家二层' })
    expect(spanOf([off]).startAt).toBe(off.startAt)
    expect(spanOf([])).toMatchObject({ startAt: 0, endAt: 0, openAt: 0, spot: '' })
  })

  test('an activity that knows of its sessions already is not written again', () => {
    const sessions = [off, on] as unknown as Session[]
    const known = { state: 'PUBLISHED', times: spanOf([off, on]).times } as unknown as Activity
    expect(afterCallOff(known, sessions, '停电')).toBeUndefined()
    const stale = { state: 'PUBLISHED', times: [on, on] } as unknown as Activity
    expect(afterCallOff(stale, sessions, '停电')).toEqual(spanOf([off, on]))
  })
})

test('the next reminder is the first that lies ahead', () => {
  const startAt = NOW + 30 * HOUR
  expect(nextReminder(startAt, NOW)).toEqual({ due: startAt - DAY, step: 'REMIND_DAY' })
  expect(nextReminder(startAt, startAt - DAY)).toEqual({ due: startAt - 2 * HOUR, step: 'REMIND_SOON' })
  expect(nextReminder(startAt, startAt - HOUR)).toEqual({ due: 0, step: '' })
})

test('a draft says what it lacks, the first thing first', () => {
  const question = { key: 'a', label: '', kind: 'TEXT' as const, options: [], required: false }
  expect(missing(draftFrom(NOW))).toBeUndefined()
  expect(missing(draftFrom(NOW, { questions: [question] }))?.field).toBe('questions.0.label')
  const twice = { ...question, label: '几人', kind: 'CHOICE' as const, options: ['一', '一'] }
  expect(missing(draftFrom(NOW, { questions: [twice] }))?.field).toBe('questions.0.options')
  const nobody = { label: '谁', places: 1, employments: [] }
  expect(missing(draftFrom(NOW, { sessions: [sessionIn(9, NOW, { kept: [nobody] })] }))?.field).toBe(
    'sessions.0.kept',
  )
  expect(
    missing(draftFrom(NOW, { mode: 'OPEN', sessions: [sessionIn(9, NOW, { places: 0 })] })),
  ).toBeUndefined()
})
