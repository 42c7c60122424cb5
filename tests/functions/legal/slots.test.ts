import { slotsOfRuns } from '../../../miniprogram/shared/slot-runs'
import { localDate } from '../../../miniprogram/shared/time'
import type { FreeSlots } from '../../../typings/api/legal'
import { callsOf } from '../../bench/calls'
import type { SlotOptions } from '../legal-fixture'
import { booking, legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const services = ['ls_labour']

let world: World
let legal: ReturnType<typeof legalFixture>
beforeEach(async () => {
  world = await startWorld({ instances: 1 })
  legal = legalFixture(world)
  await legal.service()
})
afterEach(() => world.cloud.stop())

const ask = (openid = 'guest', mode: 'PHONE' | 'SITE' | 'TEXT' = 'PHONE') =>
  world.legal(openid, 'slots', { serviceId: 'ls_labour', mode })

/** 叶律师 2026-11-24 600+30 … */
function printed({ slots, lawyers }: FreeSlots): string[] {
  return Object.entries(slots).flatMap(([date, day]) =>
    Object.entries(day).flatMap(([lawyer, runs]) =>
      slotsOfRuns(runs).map(
        ({ from, minutes }) => `${lawyers[Number(lawyer)]?.name} ${date} ${from}+${minutes}`,
      ),
    ),
  )
}
const day = (days: number) => localDate(world.now + days * DAY)

async function lawyerWith(openid: string, starts: number[], options: SlotOptions = {}, fields = {}) {
  const lawyerId = await legal.lawyer(openid, { services, ...fields })
  await legal.slots(lawyerId, starts, options)
  return lawyerId
}

test('free slots are shown by day and lawyer, with the marks of the calendar', async () => {
  const ten = tenOclock(world, 2)
  await lawyerWith('ye', [ten, ten + 30 * MINUTE, ten + 2 * HOUR])
  await lawyerWith('gu', [ten], { minutes: 60 }, { surname: '顾' })
  const answer = ok(await ask())
  expect(printed(answer).sort()).toEqual(
    [
      `叶律师 ${day(2)} 600+30`,
      `叶律师 ${day(2)} 630+30`,
      `叶律师 ${day(2)} 720+30`,
      `顾律师 ${day(2)} 600+60`,
    ].sort(),
  )
  expect(answer.days.map(({ date }) => date)).toEqual(Array.from({ length: 15 }, (_, i) => day(i)))
  expect(answer.days[2]).toMatchObject({ date: day(2), free: 4 })
  expect(answer.days.filter(({ free }) => free > 0)).toHaveLength(1)
})

test('from two hours ahead to fourteen days ahead, no sooner and no later', async () => {
  const minute = Math.ceil(world.now / MINUTE) * MINUTE
  const bounds = [2 * HOUR - MINUTE, 2 * HOUR + MINUTE, 14 * DAY - HOUR, 14 * DAY + HOUR]
  await lawyerWith(
    'ye',
    bounds.map(ahead => minute + ahead),
  )
  const answer = ok(await ask())
  expect(printed(answer)).toHaveLength(2)
  expect(answer.days.reduce((sum, { free }) => sum + free, 0)).toBe(2)
})

test('what is held, withdrawn, of another mode, or of a lawyer who is away is not shown', async () => {
  const ten = tenOclock(world, 1)
  await legal.workers('anna')
  const lawyerId = await lawyerWith('ye', [ten, ten + HOUR, ten + 2 * HOUR])
  await legal.slots(lawyerId, [ten + 3 * HOUR], { modes: ['SITE'] })
  await lawyerWith('off', [ten], {}, { active: false })
  await lawyerWith('other', [ten], {}, { services: ['ls_other'] })
  const [, held = '', withdrawn = ''] = [0, 1, 2].map(hours => `${slotAt(lawyerId, ten + hours * HOUR)}`)
  ok(await world.legal('anna', 'book', booking(held)))
  await world.cloud.db
    .collection('places')
    .where({ pool: withdrawn })
    .update({ state: 'BLOCKED', holder: `#${withdrawn}/1`, nth: 0 })
  expect(printed(ok(await ask()))).toEqual([`叶律师 ${day(1)} 600+30`])
  expect(printed(ok(await ask('guest', 'TEXT')))).toEqual([`叶律师 ${day(1)} 600+30`])
})

test('only who comes to a place is told where it is', async () => {
  await lawyerWith('ye', [tenOclock(world, 1)], { modes: ['PHONE', 'SITE'] })
  expect(ok(await ask()).lawyers).toEqual([
    { lawyerId: `lw_${personId('ye')}`, name: '叶律师', firm: '明理演示所' },
  ])
  expect(ok(await ask('guest', 'SITE')).lawyers[0]?.site).toMatchObject({ name: '法律服务站' })
})

test('a lawyer is not shown their own slots', async () => {
  await lawyerWith('ye', [tenOclock(world, 1)])
  expect(printed(ok(await ask('ye')))).toEqual([])
  expect(printed(ok(await ask('gu')))).toHaveLength(1)
})

test('a service that is closed, or not given in this way, has no slots; one that is not there is NOT_FOUND', async () => {
  await legal.service('closed', { open: false })
  await legal.service('written', { modes: ['TEXT'] })
  await lawyerWith('ye', [tenOclock(world, 1)], {}, { services: ['ls_closed', 'ls_written'] })
  for (const serviceId of ['ls_closed', 'ls_written'])
    expect(printed(ok(await world.legal('x', 'slots', { serviceId, mode: 'PHONE' })))).toEqual([])
  expect(codeOf(await world.legal('x', 'slots', { serviceId: 'ls_none', mode: 'PHONE' }))).toBe('NOT_FOUND')
})

test('three database calls at first, one while the instance remembers', async () => {
  await lawyerWith('ye', [tenOclock(world, 1)])
  const log = world.cloud.lines.length
  ok(await ask())
  ok(await ask())
  expect(callsOf(world.cloud.lines.slice(log), 'legal', 'slots')).toEqual([3, 1])
})

const slotAt = (lawyerId: string, at: number) =>
  `sl_${lawyerId}_${localDate(at).replaceAll('-', '')}_${String(10 + Math.round((at - tenOclock(world, 1)) / HOUR))}00`
