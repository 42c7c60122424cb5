import { freePlace } from '../../cloudfunctions/_kit/places/place'
import { slotIdOf } from '../../cloudfunctions/legal/slot-id'
import { DAY, instant, localDate } from '../../miniprogram/shared/time'
import { legalFixture, tenOclock } from '../functions/legal-fixture'
import type { World } from '../functions/world'
import { ok, startWorld } from '../functions/world'
import { callsOf } from './calls'
import type { Figure } from './figure'

const LAWYERS = 40
const DAYS = 14
/** Minutes: half hours from nine to twelve, every fourth of them taken. */
const STARTS = [0, 30, 60, 120, 150]
const SLOT_MS = 30 * 60_000

/** What a worker is sent who looks for a slot, when every lawyer works on every day. */
export async function slotsFigures(): Promise<Figure[]> {
  const world = await startWorld({ instances: 1 })
  try {
    await world.cloud.clock.set(tenOclock(world, 0))
    await fill(world)
    const before = world.cloud.lines.length
    const first = ok(await world.legal('o-bench', 'slots', { serviceId: 'ls_labour', mode: 'SITE' }))
    ok(await world.legal('o-bench', 'slots', { serviceId: 'ls_labour', mode: 'SITE' }))
    const [cold = NaN, warm = NaN] = callsOf(world.cloud.lines.slice(before), 'legal', 'slots')
    const free = first.days.reduce((sum, day) => sum + day.free, 0)
    return [
      { name: 'slots.calls.first', value: cold, unit: 'calls', budget: '<= 3' },
      { name: 'slots.calls', value: warm, unit: 'calls', budget: '<= 1' },
      { name: 'slots.bytes', value: kilobytes(first), unit: 'KB', budget: '<= 30' },
      { name: 'slots.missing', value: LAWYERS * DAYS * STARTS.length - free, unit: 'slots', budget: '= 0' },
    ]
  } finally {
    await world.cloud.stop()
  }
}

async function fill(world: World): Promise<void> {
  const legal = legalFixture(world)
  await legal.service()
  for (let n = 0; n < LAWYERS; n++) {
    const lawyerId = await legal.lawyer(`o-lawyer-${n}`, { services: ['ls_labour'] })
    const starts = Array.from({ length: DAYS - 1 }, (_, day) => day + 1).flatMap(day => startsOn(world, day))
    // the last day is bookable up to the hour at which it is asked
    await world.add(
      'places',
      [...starts, ...startsOn(world, DAYS, 0)].map(startAt => slot(lawyerId, startAt)),
    )
  }
}

function startsOn(world: World, day: number, minute = 9 * 60): number[] {
  const midnight = instant(localDate(world.now + day * DAY), '00:00')
  return STARTS.map(start => midnight + (minute + start) * 60_000)
}

function slot(lawyerId: string, startAt: number) {
  const pool = slotIdOf(lawyerId, startAt)
  const place = freePlace(
    { pool, refId: lawyerId, segments: [], maxNo: 1, startAt, endAt: startAt + SLOT_MS },
    1,
  )
  return { ...place, segment: 'PHONE,SITE' }
}

const kilobytes = (answer: object): number => Buffer.byteLength(JSON.stringify(answer)) / 1024
