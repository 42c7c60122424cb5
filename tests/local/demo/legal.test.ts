import { DEMO_START } from '../../../local/clock/clock'
import { demoCalendar } from '../../../local/demo/legal-calendar'
import { lawyerIdFor } from '../../../local/demo/legal-lawyers'
import { seed } from '../../../local/demo/seed'
import { placeId } from '../../../cloudfunctions/_kit/places/place'
import { slotRange } from '../../../cloudfunctions/legal/rota/make-slots'
import { planSlots } from '../../../cloudfunctions/legal/rota/plan-slots'
import { wantedSlots } from '../../../cloudfunctions/legal/rota/wanted-slots'
import { daysBetween } from '../../../miniprogram/shared/local-days'
import { clock, DAY, dayStart, localDate } from '../../../miniprogram/shared/time'

const secrets = {
  pepper: Buffer.alloc(32, 1).toString('base64'),
  keys: `k1:${Buffer.alloc(32, 2).toString('base64')}`,
}
const demo = seed(DEMO_START, secrets)
const slotsOf = (key: string) =>
  demo.places.filter(({ refId }) => refId === lawyerIdFor(key, secrets)).sort((a, b) => a.startAt - b.startAt)
const days = (key: string) => [...new Set(slotsOf(key).map(({ startAt }) => localDate(startAt).slice(5)))]

test('the timer finds every slot as the rotas give it, and writes nothing', () => {
  const today = dayStart(DEMO_START)
  for (const rota of demo.rotas) {
    const places = demo.places.filter(({ refId, startAt }) => refId === rota.lawyerId && startAt >= today)
    const plan = planSlots(
      rota.lawyerId,
      places,
      wantedSlots(rota, demoCalendar, slotRange(DEMO_START)),
      DEMO_START,
    )
    expect(plan).toEqual({ insert: [], open: [], block: [], uncovered: [] })
  }
  const due = demo.tasks.filter(({ dueAt }) => dueAt > 0 && dueAt <= DEMO_START)
  expect(due).toEqual([])
  expect(demo.tasks.filter(({ kind }) => kind === 'SLOTS').map(({ dueAt }) => clock(dueAt))).toEqual(
    Array.from({ length: 6 }, () => '02:10'),
  )
})

test('the lawyers work as the programme says: holidays, a worked Sunday, a leave, every second Saturday', () => {
  expect(days('han')).toContain('09-20')
  expect(days('han')).not.toContain('09-25')
  expect(days('fang')).toContain('10-01')
  expect(days('luo')).toEqual(['09-18', '10-09'])
  expect(days('su')).toEqual(['09-19'])
  expect(slotsOf('ye').filter(({ state }) => state === 'FREE').length).toBeGreaterThan(20)
  expect(demo.calendar_years.map(({ _id }) => _id)).toEqual(['cy_2026'])
  expect(demoCalendar('2027-01-01').pending).toBe(true)
})

test('one appointment of each kind, and each holds its slot', () => {
  expect(demo.appointments.map(({ state }) => state).sort()).toEqual(
    ['BOOKED', 'CLEARED', 'CONFLICTED', 'DONE', 'NO_SHOW', 'RATED'].sort(),
  )
  for (const { slotId, rid, personId, startAt, endAt } of demo.appointments)
    expect(demo.places.find(({ _id }) => _id === placeId(slotId, 1))).toMatchObject({
      ...{ state: 'HELD', holder: personId, rid, startAt, endAt, due: 0, step: '' },
    })
  const people = new Map(demo.persons.map(person => [person._id, person]))
  expect(
    demo.appointments.every(({ personId }) => people.get(personId)?.consents.LEGAL_SENSITIVE !== undefined),
  ).toBe(true)
})

test('every lawyer is a registered person with a grant; nothing of a case is readable', () => {
  const people = new Set(demo.persons.map(({ _id }) => _id))
  const granted = new Set(demo.grants.filter(({ role }) => role === 'LAWYER').map(({ personId }) => personId))
  expect(demo.lawyers).toHaveLength(6)
  expect(demo.lawyers.every(({ personId }) => people.has(personId) && granted.has(personId))).toBe(true)
  const { appointments, consult_notes, parties, lawyers } = demo
  expect(JSON.stringify({ appointments, consult_notes, parties, lawyers })).not.toMatch(
    /演示.*公司|配送费|加班费没有|1110120261/,
  )
})

test('the same firm shares its conflicts, another one does not', () => {
  const hash = (key: string) => demo.lawyers.find(({ _id }) => _id === lawyerIdFor(key, secrets))?.firmHash
  expect(hash('ye')).toBe(hash('gu'))
  expect(new Set(demo.lawyers.map(({ firmHash }) => firmHash)).size).toBe(3)
  const declared = demo.parties.filter(({ kind }) => kind === 'DECLARED')
  expect(declared.map(({ firmHash }) => firmHash)).toEqual([hash('ye')])
})

test('a limitation ends in thirty days, and a swap waits for 叶知秋', () => {
  const [card] = demo.limitations
  expect(daysBetween(localDate(DEMO_START), card?.deadline ?? '')).toBe(30)
  const [swap] = demo.swaps
  expect(swap).toMatchObject({ state: 'PROPOSED', toId: lawyerIdFor('ye', secrets) })
  const asked = demo.places.find(({ pool }) => pool === swap?.slots[0]?.slotId)
  expect(asked).toMatchObject({ state: 'FREE', refId: lawyerIdFor('luo', secrets) })
  expect(slotsOf('han').at(-1)?.startAt).toBeLessThan(DEMO_START + 29 * DAY)
})
