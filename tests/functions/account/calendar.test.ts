import type { CalendarEntry } from '../../../typings/api/account'
import type { CalendarYear, Task } from '../../../typings/documents'
import { newRule, NOW, startRota, type RotaWorld } from '../legal/rota-stage'
import { times } from '../legal/rota-sample'
import { codeOf, ok } from '../world'
import { makeAdmin } from './admins'

let world: RotaWorld
beforeAll(async () => {
  world = await startRota()
  await makeAdmin(world, 'jiang')
  await makeAdmin(world, 'bai')
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(NOW))

const holiday = (date: string): CalendarEntry => ({ date, kind: 'HOLIDAY', name: '元旦' })
const worked = (date: string, actsAs?: number): CalendarEntry => ({
  date,
  kind: 'MAKEUP',
  name: '国庆节',
  ...(actsAs !== undefined && { actsAs }),
})
const save = (openid: string, year: number, days: CalendarEntry[], rev = 0) =>
  world.account(openid, 'calendarSave', { year, days, sourceNo: '国办发明电〔2025〕7号', rev })

test('a year is the library’s, an administrator’s, or not announced', async () => {
  const of = async (year: number) => ok(await world.account('guest', 'calendarDays', { year }))
  const builtIn = await of(2026)
  expect(builtIn).toMatchObject({ year: 2026, source: 'BUILT_IN', rev: 0, sourceNo: '' })
  expect(builtIn.days).toHaveLength(39)
  expect(builtIn.days[0]).toEqual(holiday('2026-01-01'))
  expect(await of(2027)).toEqual({ year: 2027, source: 'ABSENT', days: [], sourceNo: '', rev: 0 })
  const saved = ok(await save('jiang', 2027, [holiday('2027-01-01')]))
  expect(saved).toMatchObject({ source: 'IMPORTED', days: [holiday('2027-01-01')], rev: 1 })
  expect(await of(2027)).toEqual(saved)
})

test('what one administrator imported the other corrects; who saw something older is told so', async () => {
  expect(ok(await save('jiang', 2028, [holiday('2028-01-01')]))).toMatchObject({ rev: 1 })
  expect(ok(await save('bai', 2028, [holiday('2028-01-01'), holiday('2028-02-29')], 1))).toMatchObject({
    rev: 2,
  })
  expect(codeOf(await save('jiang', 2028, [holiday('2028-01-02')], 1))).toBe('STALE_REV')
  expect(codeOf(await save('jiang', 2028, [holiday('2028-01-02')]))).toBe('STALE_REV')
})

test('a second tap imports once', async () => {
  const both = await Promise.all([1, 2].map(() => save('jiang', 2029, [holiday('2029-01-01')])))
  expect(both.map(reply => ok(reply).rev)).toEqual([1, 1])
  const [stored] = await world.cloud.find<CalendarYear>('calendar_years', { _id: 'cy_2029' })
  expect(stored).toMatchObject({ rev: 1, days: { '2029-01-01': { kind: 'HOLIDAY', name: '元旦' } } })
})

test.each([
  ['a day of another year', [holiday('2031-01-01'), holiday('2030-12-31')]],
  ['a day twice', [holiday('2030-01-01'), holiday('2030-01-01')]],
  ['no holiday', [worked('2030-01-05')]],
  ['nothing', []],
  ['a worked weekend on a Friday', [holiday('2030-01-01'), worked('2030-01-04')]],
])('a year with %s is not complete', async (_title, days) => {
  expect(codeOf(await save('jiang', 2030, days))).toBe('CALENDAR_GAP')
  expect(await world.cloud.count('calendar_years', { _id: 'cy_2030' })).toBe(0)
})

test.each([
  ['stands for a Saturday', worked('2030-01-05', 6)],
  ['is none', { ...holiday('2030-01-02'), actsAs: 3 }],
  ['never was', holiday('2030-02-29')],
])('a worked weekend that %s is refused', async (_title, day) => {
  expect(codeOf(await save('jiang', 2030, [holiday('2030-01-01'), day]))).toBe('INVALID_INPUT')
})

test('an import makes the slots of every active lawyer anew: days that became holidays go, worked weekends come', async () => {
  const lawyerId = await world.lawyer('han')
  const wednesdays = newRule({ onMakeup: 'AS_WEEKDAY', slotMin: 60 })
  ok(await world.save('han', wednesdays, 1))
  expect(times(await world.places(lawyerId))).toEqual([
    '09-16 14:00',
    '09-23 14:00',
    '09-30 14:00',
    '10-14 14:00',
  ])
  const days = [holiday('2026-09-23'), worked('2026-09-20', 3)]
  ok(await save('jiang', 2026, days))
  const [task] = await world.cloud.find<Task>('tasks', { _id: `SLOTS:${lawyerId}` })
  expect(task?.dueAt).toBeGreaterThanOrEqual(NOW + 60_000)
  await world.cloud.clock.advance(2 * 60_000)
  await world.cloud.timer('jobs')
  // the National Day of the library counts no more: what was imported is the whole year
  expect(await world.free('han')).toEqual([
    '09-16 14:00',
    '09-20 14:00',
    '09-30 14:00',
    '10-07 14:00',
    '10-14 14:00',
  ])
})
