import fc from 'fast-check'
import { clashes } from '../../../cloudfunctions/activity/holding/clash'
import { rangesFor } from '../../../cloudfunctions/activity/holding/eligibility'
import { activityPhase, nextTimes, sessionPhase } from '../../../cloudfunctions/activity/phase'
import { freeUntil, suspendedUntil } from '../../../cloudfunctions/activity/points/points'
import { presets } from '../../../cloudfunctions/_kit/settings'
import type { Activity, Session } from '../../../typings/documents'
import { readCursor, writeCursor } from '../../../cloudfunctions/_kit/cursor'

const HOUR = 3600_000
const DAY = 24 * HOUR

describe('phases', () => {
  const times = { state: 'ON' as const, openAt: 10, closeAt: 20, startAt: 30, endAt: 40 }

  test.each([
    [9, 'SOON'],
    [10, 'OPEN'],
    [19, 'OPEN'],
    [20, 'SHUT'],
    [29, 'SHUT'],
    [30, 'RUNNING'],
    [39, 'RUNNING'],
    [40, 'ENDED'],
  ])('at %i a session is %s', (now, phase) => expect(sessionPhase(times, now)).toBe(phase))

  test('a phase never goes back as time goes on', () => {
    const order = ['SOON', 'OPEN', 'SHUT', 'RUNNING', 'ENDED']
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }),
        fc.nat(110),
        fc.nat(10),
        (at, now, more) => {
          const [openAt = 0, closeAt = 0, startAt = 0, endAt = 0] = at.sort((a, b) => a - b)
          const session = { openAt, closeAt, startAt, endAt }
          expect(order.indexOf(sessionPhase(session, now + more))).toBeGreaterThanOrEqual(
            order.indexOf(sessionPhase(session, now)),
          )
        },
      ),
    )
  })

  test('an activity is open while one of its sessions is, and called off whatever the hour', () => {
    const later = { state: 'ON' as const, openAt: 10, closeAt: 50, startAt: 60, endAt: 70 }
    const both = { state: 'PUBLISHED' as const, times: [times, later] }
    expect([5, 15, 35, 55, 65, 75].map(now => activityPhase(both, now))).toEqual([
      'SOON',
      'OPEN',
      'OPEN',
      'SHUT',
      'RUNNING',
      'ENDED',
    ])
    expect(activityPhase({ ...both, state: 'CALLED_OFF' }, 15)).toBe('CALLED_OFF')
    expect(activityPhase({ ...both, state: 'FINISHED' }, 15)).toBe('ENDED')
  })

  test('the card shows the session that comes next, or the last', () => {
    const times = [1, 2, 3].map(n => ({
      state: 'ON' as const,
      openAt: 0,
      closeAt: 0,
      startAt: n * 10,
      endAt: n * 10 + 5,
    }))
    const activity = { times, startAt: 10, endAt: 35 } as Activity
    expect([0, 12, 15, 25, 99].map(now => nextTimes(activity, now).startAt)).toEqual([10, 10, 20, 30, 30])
  })
})

describe('segments', () => {
  const segments: Session['segments'] = [
    { key: 'all', label: '通用', from: 1, to: 10, employments: [] },
    { key: 'two', label: '骑手和快递', from: 11, to: 20, employments: ['RIDER', 'COURIER'] },
    { key: 'one', label: '骑手', from: 21, to: 30, employments: ['RIDER'] },
  ]
  const session = { segments, maxNo: 30 } as Session

  test('the narrowest that a person qualifies for comes first', () => {
    expect(rangesFor(session, 'RIDER').map(({ from }) => from)).toEqual([21, 11, 1])
    expect(rangesFor(session, 'COURIER').map(({ from }) => from)).toEqual([11, 1])
    expect(rangesFor(session, 'OFFICE').map(({ from }) => from)).toEqual([1])
  })

  test('without segments every number is for everybody', () => {
    expect(rangesFor({ segments: [], maxNo: 30 } as unknown as Session, 'OFFICE')).toEqual([
      { from: 1, to: 30 },
    ])
  })
})

describe('clashes', () => {
  const span = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 10 })).map(([from, length]) => ({
    startAt: from * HOUR,
    endAt: (from + length) * HOUR,
  }))

  test('two spans clash when an instant belongs to both, and in either order', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        const instants = Array.from({ length: 40 }, (_, i) => i * HOUR)
        const inside = ({ startAt, endAt }: typeof one, at: number) => startAt <= at && at < endAt
        const common = instants.some(at => inside(one, at) && inside(other, at))
        expect(clashes(one, other)).toBe(common)
        expect(clashes(other, one)).toBe(common)
      }),
    )
  })

  test('what runs for weeks clashes with nothing', () => {
    expect(clashes({ startAt: 0, endAt: 20 * DAY }, { startAt: DAY, endAt: DAY + HOUR })).toBe(false)
  })
})

describe('points', () => {
  const now = 1000 * DAY
  const row = (daysAgo: number, points: number) => ({ endedAt: now - daysAgo * DAY, points })
  const until = (...rows: { endedAt: number; points: number }[]) => suspendedUntil(rows, presets)

  test('four points within 90 days suspend for 30 days from the last', () => {
    expect(until(row(80, 2), row(5, 2))).toBe(now + 25 * DAY)
    expect(until(row(80, 2), row(5, 1))).toBeUndefined()
    expect(until(row(95, 2), row(5, 2))).toBeUndefined()
    expect(until(row(50, 4), row(1, 0))).toBe(now - 20 * DAY)
    expect(until()).toBeUndefined()
  })

  test('cancelling is free until so many minutes before the start', () => {
    expect(freeUntil({ startAt: 100 * 60_000 }, { cancelBeforeMin: 40 }, 0)).toBe(60 * 60_000)
  })

  test('who took a place before the session was moved may cancel freely until it starts', () => {
    const moved = { startAt: 100 * 60_000, movedAt: 50 }
    expect(freeUntil(moved, { cancelBeforeMin: 40 }, 49)).toBe(100 * 60_000)
    expect(freeUntil(moved, { cancelBeforeMin: 40 }, 50)).toBe(60 * 60_000)
  })
})

test('a cursor reads back', () => {
  const mark = { at: 1789610400059, id: 'se_01TEST00000000000000000100/12' }
  expect(readCursor(writeCursor(mark))).toEqual(mark)
})
