/** When the year to apply for labour arbitration may end: 劳动争议调解仲裁法第二十七条. */
import fc from 'fast-check'
import { DISCLAIMER, limitationOf, limitationText } from '../../miniprogram/shared/limitation'
import { daysBetween, nextYear, plusDays } from '../../miniprogram/shared/local-days'
import type { LimitInput } from '../../typings/api/legal'
import type { LimitEvent, LimitEventKind } from '../../typings/documents'

const input: LimitInput = { claimType: 'DISMISSAL', keyDate: '2026-03-10', employedStill: false, events: [] }
const event = (
  kind: LimitEventKind,
  date: string,
  untilDate?: string,
  state: LimitEvent['state'] = 'CONFIRMED',
): LimitEvent => ({ id: `${kind} ${date}`, kind, date, state, ...(untilDate && { untilDate }) })
const deadline = (fields: Partial<LimitInput>) => limitationOf({ ...input, ...fields }, '2026-09-16').deadline
const after = (...events: LimitEvent[]) => deadline({ events })
const words = (...events: LimitEvent[]) =>
  limitationOf({ ...input, events }, '2026-09-16').basis.map(({ text, article }) => `${text}${article}`)

describe('the year', () => {
  test('ends on the same date of the next year, and days are counted to it', () => {
    expect(limitationOf(input, '2026-09-16')).toEqual({
      deadline: '2027-03-10',
      daysLeft: 175,
      basis: [
        {
          text: '从知道或者应当知道权利受侵害的2026年3月10日起算，期间一年。',
          article: '《劳动争议调解仲裁法》第二十七条第一款',
        },
      ],
    })
  })

  test.each([
    ['2028-02-29', '2029-02-28'],
    ['2027-02-28', '2028-02-28'],
    ['2027-03-01', '2028-03-01'],
    ['2026-12-31', '2027-12-31'],
    ['2026-02-14', '2027-02-14'],
  ])('from %s it ends on %s, holiday or not', (keyDate, expected) => {
    expect(deadline({ keyDate })).toBe(expected)
  })

  test.each([
    ['2027-03-09', 1, '还有1天'],
    ['2027-03-10', 0, '就是今天'],
    ['2027-03-11', -1, '可能已超过一年时效，请尽快咨询律师'],
    ['2032-03-10', -1827, '可能已超过一年时效，请尽快咨询律师'],
  ])('on %s there are %i days left, and that is all that is said', (today, days, said) => {
    const result = limitationOf(input, today)
    expect(result.daysLeft).toBe(days)
    expect(limitationText(result)).toContain(said)
    expect(limitationText(result)).not.toMatch(/丧失|无权|不能再/)
    expect(limitationText(result).endsWith('仅作提醒，不替代法律意见。')).toBe(true)
  })
})

describe('wages owed', () => {
  const wages = { claimType: 'WAGES', keyDate: '2024-01-15' } as const

  test.each(['WAGES', 'OVERTIME'] as const)('%s: no period runs while one is employed', claimType => {
    const result = limitationOf({ ...input, claimType, employedStill: true }, '2030-01-01')
    expect(result.deadline).toBeUndefined()
    expect(result.daysLeft).toBeUndefined()
    expect(result.basis).toHaveLength(1)
    expect(result.basis[0]?.text).toContain('在职期间暂不受一年限制')
    expect(result.basis[0]?.article).toMatch(/第四款$/)
    expect(limitationText(result)).toBe(`在职期间暂不受一年限制。${DISCLAIMER}`)
  })

  test('once employment ended, the year runs from that day', () => {
    expect(deadline({ ...wages, endDate: '2026-08-31' })).toBe('2027-08-31')
    const [step] = limitationOf({ ...input, ...wages, endDate: '2026-08-31' }, '2026-09-16').basis
    expect(step?.article).toMatch(/第四款$/)
  })

  test('as long as the last day is not told, the earlier date is shown', () => {
    expect(deadline(wages)).toBe('2025-01-15')
  })

  test('of other claims employment changes nothing', () => {
    expect(deadline({ employedStill: true, endDate: '2026-09-01' })).toBe('2027-03-10')
  })
})

describe('interruption', () => {
  test.each(['DEMANDED', 'SOUGHT_HELP', 'ACKNOWLEDGED'] as const)('%s: the year begins anew', kind => {
    expect(after(event(kind, '2026-08-20'))).toBe('2027-08-20')
    expect(words(event(kind, '2026-08-20'))[1]).toMatch(/从这一天起重新计算一年。.*第二款$/)
  })

  test('on the last day it still does; a day later it revives nothing, and says who can tell', () => {
    expect(after(event('DEMANDED', '2027-03-10'))).toBe('2028-03-10')
    expect(after(event('DEMANDED', '2027-03-11'))).toBe('2027-03-10')
    expect(words(event('DEMANDED', '2027-03-11'))[1]).toContain('不当然重新计算，是否还有作用请咨询律师')
  })

  test('one that keeps the year running lets a later one count', () => {
    const [first, second] = [event('DEMANDED', '2027-03-01'), event('ACKNOWLEDGED', '2028-02-20')]
    expect(after(second)).toBe('2027-03-10')
    expect(after(second, first)).toBe('2029-02-20')
  })

  test('before the year began there was nothing to interrupt', () => {
    expect(after(event('DEMANDED', '2026-03-01'))).toBe('2027-03-10')
    expect(words(event('DEMANDED', '2026-03-01'))[1]).toContain('不影响提醒日')
  })
})

describe('suspension', () => {
  test('its days are added, the first and the last included', () => {
    expect(after(event('SUSPENDED', '2026-07-01', '2026-07-10'))).toBe('2027-03-20')
    expect(words(event('SUSPENDED', '2026-07-01', '2026-07-10'))[1]).toMatch(/暂停计算。.*第三款$/)
  })

  test('days that two of them share count once', () => {
    const [one, other] = [
      event('SUSPENDED', '2026-07-01', '2026-07-10'),
      event('SUSPENDED', '2026-07-06', '2026-07-15'),
    ]
    expect(after(one, other)).toBe('2027-03-25')
    expect(after(one, { ...one, id: 'again' })).toBe('2027-03-20')
  })

  test('of one that began before the year only the days within it count', () => {
    expect(after(event('SUSPENDED', '2026-03-01', '2026-03-15'))).toBe('2027-03-15')
  })

  test('one on the last day holds the end; one after it does not', () => {
    expect(after(event('SUSPENDED', '2027-03-10', '2027-03-19'))).toBe('2027-03-20')
    expect(after(event('SUSPENDED', '2027-03-11', '2027-03-20'))).toBe('2027-03-10')
    expect(words(event('SUSPENDED', '2027-03-11', '2027-03-20'))[1]).toContain('请咨询律师')
  })

  test('after an interruption only the days that follow it count', () => {
    const pause = event('SUSPENDED', '2026-07-01', '2026-07-10')
    expect(after(pause, event('DEMANDED', '2026-08-01'))).toBe('2027-08-01')
    expect(after(pause, event('DEMANDED', '2026-07-04'))).toBe('2027-07-10')
  })
})

describe('what nobody has confirmed', () => {
  const reported = event('DEMANDED', '2026-08-20', undefined, 'REPORTED')

  test('moves nothing; the date that would follow is told beside it', () => {
    const result = limitationOf({ ...input, events: [reported] }, '2026-09-16')
    expect(result).toMatchObject({ deadline: '2027-03-10', ifConfirmed: '2027-08-20' })
    expect(result.basis[1]?.text).toContain('待律师确认')
  })

  test('what was rejected moves nothing and promises nothing', () => {
    const result = limitationOf({ ...input, events: [{ ...reported, state: 'REJECTED' }] }, '2026-09-16')
    expect(result.deadline).toBe('2027-03-10')
    expect(result.ifConfirmed).toBeUndefined()
    expect(result.basis[1]?.text).toContain('不计入')
  })

  test('what would come too late promises nothing', () => {
    const late = event('DEMANDED', '2027-06-01', undefined, 'REPORTED')
    expect(limitationOf({ ...input, events: [late] }, '2027-07-01').ifConfirmed).toBeUndefined()
  })
})

describe('whatever happened', () => {
  const date = fc.integer({ min: 0, max: 4 * 366 }).map(days => plusDays('2026-01-01', days))
  const events = fc.uniqueArray(
    fc
      .record({
        id: fc.uuid(),
        kind: fc.constantFrom<LimitEventKind[]>('DEMANDED', 'SOUGHT_HELP', 'ACKNOWLEDGED', 'SUSPENDED'),
        date,
        length: fc.integer({ min: 0, max: 120 }),
        state: fc.constantFrom<LimitEvent['state'][]>('REPORTED', 'CONFIRMED', 'REJECTED'),
      })
      .map(({ length, ...rest }) => ({ ...rest, untilDate: plusDays(rest.date, length) })),
    { selector: ({ id }) => id, maxLength: 8 },
  )
  const known = fc.record({ keyDate: date, events, today: date })
  const run = (keyDate: string, of: LimitEvent[], today = keyDate) =>
    limitationOf({ ...input, keyDate, events: of }, today)

  test('a year has 365 or 366 days, and never ends on a day that is not there', () => {
    fc.assert(
      fc.property(date, keyDate => {
        const end = nextYear(keyDate)
        expect(plusDays(end, 0)).toBe(end)
        expect([365, 366]).toContain(daysBetween(keyDate, end))
        if (keyDate.slice(5) !== '02-29') expect(end.slice(5)).toBe(keyDate.slice(5))
      }),
    )
  })

  test('the order in which it is told changes nothing, and telling it twice neither', () => {
    fc.assert(
      fc.property(known, fc.infiniteStream(fc.nat()), ({ keyDate, events, today }, random) => {
        const keys = new Map(events.map(({ id }) => [id, random.next().value]))
        const shuffled = [...events].sort((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0))
        const { deadline, daysLeft, ifConfirmed } = run(keyDate, events, today)
        expect(run(keyDate, shuffled, today)).toMatchObject({ deadline, daysLeft })
        expect(run(keyDate, [...events, ...shuffled], today)).toMatchObject({ deadline, daysLeft })
        expect(run(keyDate, [...events, ...shuffled], today).ifConfirmed).toBe(ifConfirmed)
      }),
      { numRuns: 500 },
    )
  })

  test('confirming brings the end never forward; it ends where it was promised, at the earliest a year on', () => {
    fc.assert(
      fc.property(known, ({ keyDate, events, today }) => {
        const before = run(keyDate, events, today)
        for (const one of events.filter(({ state }) => state === 'REPORTED')) {
          const confirmed = events.map(other =>
            other === one ? { ...one, state: 'CONFIRMED' as const } : other,
          )
          expect((run(keyDate, confirmed, today).deadline ?? '') >= (before.deadline ?? '')).toBe(true)
        }
        const all = events.map(one =>
          one.state === 'REPORTED' ? { ...one, state: 'CONFIRMED' as const } : one,
        )
        expect(run(keyDate, all, today).deadline).toBe(before.ifConfirmed ?? before.deadline)
        expect((before.deadline ?? '') >= nextYear(keyDate)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('a year that stands still has its 365 or 366 days beside the days that are not counted', () => {
    const pauses = events.map(all =>
      all.map(one => ({ ...one, kind: 'SUSPENDED' as const, state: 'CONFIRMED' as const })),
    )
    fc.assert(
      fc.property(date, pauses, (keyDate, events) => {
        const end = run(keyDate, events).deadline ?? ''
        let counted = 0
        for (let day = plusDays(keyDate, 1); day <= end; day = plusDays(day, 1))
          if (!events.some(({ date, untilDate }) => date <= day && day <= untilDate)) counted++
        expect(counted).toBe(daysBetween(keyDate, nextYear(keyDate)))
      }),
    )
  })
})
