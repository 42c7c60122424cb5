/** The writes of rotas and of the calendar they follow, cut off. */
import { slotIdOf } from '../../../cloudfunctions/legal/slot-id'
import { DAY, localDate } from '../../../miniprogram/shared/time'
import type { RuleInput } from '../../../typings/api/legal'
import type { Appointment, CalendarYear, Place, Rota, Task } from '../../../typings/documents'
import type { WriteCase } from '../cut-off'
import { legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { ok } from '../world'
import { admin, name, one } from './account-stage'

/** Every day at nine, one slot. */
const daily = ({ now }: World): RuleInput['rule'] => ({
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  from: '09:00',
  to: '09:30',
  slotMin: 30,
  everyWeeks: 4,
  anchorDate: localDate(now + 7 * DAY),
  untilDate: null,
  onHoliday: 'KEEP',
  onMakeup: 'SKIP',
  modes: ['PHONE'],
})

async function lawyer(world: World) {
  const openid = name('lawyer')
  return { openid, lawyerId: await legalFixture(world).lawyer(openid) }
}

const rotaOf = (world: World, lawyerId: string) => one<Rota>(world, 'rotas', { lawyerId })
const placesOf = (world: World, lawyerId: string) => world.cloud.find<Place>('places', { refId: lawyerId })
/** Whoever dies, the slots are made. */
const isDue = async (world: World, lawyerId: string) =>
  expect((await one<Task>(world, 'tasks', { _id: `SLOTS:${lawyerId}` })).dueAt).toBeGreaterThan(0)

const newRule: WriteCase = {
  name: 'legal.ruleSave a new one',
  async arrange(world) {
    const { openid, lawyerId } = await lawyer(world)
    const input = { rev: 1, preview: false, rule: daily(world) }
    return {
      call: () => world.legal(openid, 'ruleSave', input),
      async after() {
        const { rev, rules } = await rotaOf(world, lawyerId)
        expect([rev, rules.length]).toEqual([2, 1])
        const places = await placesOf(world, lawyerId)
        expect(places.length).toBeGreaterThan(0)
        expect(places.every(({ state }) => state === 'FREE')).toBe(true)
        await isDue(world, lawyerId)
      },
    }
  },
}

const endedRule: WriteCase = {
  name: 'legal.ruleSave an end',
  async arrange(world) {
    const { openid, lawyerId } = await lawyer(world)
    const rule = daily(world)
    const { rev } = ok(await world.legal(openid, 'ruleSave', { rev: 1, preview: false, rule }))
    const [{ id } = { id: '' }] = (await rotaOf(world, lawyerId)).rules
    const input = { rev, preview: false, rule: { ...rule, id }, remove: true }
    return {
      call: () => world.legal(openid, 'ruleSave', input),
      async after() {
        const { rev, rules } = await rotaOf(world, lawyerId)
        expect([rev, rules]).toEqual([3, []])
        const places = await placesOf(world, lawyerId)
        expect(places.every(({ state }) => state === 'BLOCKED')).toBe(true)
        await isDue(world, lawyerId)
      },
    }
  },
}

/** A lawyer with two slots on one day, the first of which somebody has booked; and a leave over that day. */
async function bookedDay(world: World) {
  const { openid, lawyerId } = await lawyer(world)
  const { workers, slots, appointment, service } = legalFixture(world)
  const worker = name('client')
  await workers(worker)
  if ((await world.cloud.count('legal_services', { _id: 'ls_labour' })) === 0) await service()
  const startAt = tenOclock(world, 3)
  const [slotId = ''] = await slots(lawyerId, [startAt, startAt + DAY / 24])
  const day = { fromAt: startAt - DAY / 24, toAt: startAt + DAY / 4, reason: '出差' }
  return { openid, lawyerId, startAt, day, booked: await appointment(worker, slotId) }
}

const leave: WriteCase = {
  name: 'legal.leaveSave that calls off',
  async arrange(world) {
    const { openid, lawyerId, booked, day, startAt } = await bookedDay(world)
    return {
      call: () => world.legal(openid, 'leaveSave', { rev: 1, ...day, cancel: true }),
      async after() {
        expect((await rotaOf(world, lawyerId)).leaves).toHaveLength(1)
        const free = { _id: `${slotIdOf(lawyerId, startAt + DAY / 24)}/1` }
        expect((await one<Place>(world, 'places', free)).state).toBe('BLOCKED')
        await world.cloud.timer('jobs')
        const { _id, slotId } = booked
        expect((await one<Appointment>(world, 'appointments', { _id })).state).toBe('CANCELLED')
        expect((await one<Place>(world, 'places', { _id: `${slotId}/1` })).state).toBe('BLOCKED')
      },
    }
  },
}

const endedLeave: WriteCase = {
  name: 'legal.leaveSave an end',
  async arrange(world) {
    const { openid, lawyerId } = await lawyer(world)
    const { slots } = legalFixture(world)
    const startAt = tenOclock(world, 3)
    const [slotId = ''] = await slots(lawyerId, [startAt])
    const hours = { fromAt: startAt, toAt: startAt + 1, reason: '' }
    const { rev } = ok(await world.legal(openid, 'leaveSave', { rev: 1, ...hours }))
    const [{ id: leaveId } = { id: '' }] = (await rotaOf(world, lawyerId)).leaves
    return {
      call: () => world.legal(openid, 'leaveSave', { rev, leaveId, remove: true, ...hours }),
      async after() {
        expect((await rotaOf(world, lawyerId)).leaves).toEqual([])
        expect((await one<Place>(world, 'places', { _id: `${slotId}/1` })).state).toBe('FREE')
      },
    }
  },
}

const calendarSave: WriteCase = {
  name: 'account.calendarSave',
  async arrange(world) {
    const [by, { lawyerId }] = [await admin(world), await lawyer(world)]
    await world.cloud.db.collection('calendar_years').where({ _id: 'cy_2031' }).remove()
    const days = [{ date: '2031-01-01', kind: 'HOLIDAY' as const, name: '元旦' }]
    const input = { year: 2031, days, sourceNo: '国办发明电〔2030〕1号', rev: 0 }
    return {
      call: () => world.account(by.openid, 'calendarSave', input),
      async after() {
        const year = await one<CalendarYear>(world, 'calendar_years', { _id: 'cy_2031' })
        expect(year).toMatchObject({ rev: 1, days: { '2031-01-01': { kind: 'HOLIDAY' } } })
        await isDue(world, lawyerId)
      },
    }
  },
}

export const cases: WriteCase[] = [newRule, endedRule, leave, endedLeave, calendarSave]
