import { cpSync } from 'node:fs'
import path from 'node:path'
import type { Appointment, Place } from '../../typings/documents'
import { booking, legalFixture, tenOclock } from '../functions/legal-fixture'
import type { World } from '../functions/world'
import { codeOf, startWorld } from '../functions/world'
import { everything } from '../support/invariants'
import { callsOf, mean } from './calls'
import type { Figure } from './figure'
import { median } from './figure'

const INSTANCES = 4
const LATENCY_MS = 15
const PEOPLE = 500
const SLOTS = 20

/** 500 people want 20 slots of ten lawyers at the same moment. */
export async function bookingFigures(): Promise<Figure[]> {
  // inside the project: the functions find the SDK as they do in the cloud, in a node_modules above them
  const functions = path.join(__dirname, 'functions')
  cpSync(path.resolve(__dirname, '../cloudfunctions'), functions, { recursive: true })
  cpSync(path.resolve(__dirname, '../../tests/bench/functions'), functions, { recursive: true })
  const world = await startWorld({ functions, instances: INSTANCES, latencyMs: LATENCY_MS })
  try {
    const legal = legalFixture(world)
    const people = Array.from({ length: PEOPLE }, (_, i) => `o-book-${i}`)
    await legal.workers(...people)
    await legal.service()
    const slots = (await Promise.all(Array.from({ length: SLOTS / 2 }, (_, i) => slotsOf(world, i)))).flat()
    await rate(people.slice(0, INSTANCES * 4), (openid, i) =>
      world.cloud.call('bare', openid, { id: `warm-${i}` }),
    )
    const bare = await rate(people, (openid, i) => world.cloud.call('bare', openid, { id: `bench-${i}` }))
    await warm(world, slots)
    const before = world.cloud.lines.length
    const codes: string[] = []
    const perSecond = await rate(people, async (openid, i) => {
      codes.push(codeOf(await world.legal(openid, 'book', booking(slots[i % SLOTS] ?? ''))))
    })
    const calls = (code: string) => callsOf(world.cloud.lines.slice(before), 'legal', 'book', code)
    const wanted = new Set(slots)
    const held = (await everything<Place>(world.cloud, 'places')).filter(
      ({ pool, state }) => wanted.has(pool) && state === 'HELD',
    )
    const appointments = (await everything<Appointment>(world.cloud, 'appointments')).filter(({ slotId }) =>
      wanted.has(slotId),
    )
    const won = codes.filter(code => code === 'OK').length
    const rids = new Set(appointments.map(({ rid }) => rid))
    const other = codes.filter(code => code !== 'OK' && code !== 'SLOT_TAKEN').length
    return [
      { name: 'booking.calls.win', value: median(calls('OK')), unit: 'calls', budget: '<= 6' },
      { name: 'booking.calls.taken', value: mean(calls('SLOT_TAKEN')), unit: 'calls', budget: '<= 2' },
      { name: 'booking.vs.add', value: perSecond / bare, unit: '×' },
      { name: 'booking.oversold', value: Math.max(0, won - SLOTS), unit: 'slots', budget: '= 0' },
      { name: 'booking.unsold', value: SLOTS - held.length, unit: 'slots', budget: '= 0' },
      {
        name: 'booking.lost',
        value: held.filter(({ rid }) => !rids.has(rid)).length + Math.abs(appointments.length - won),
        unit: 'slots',
        budget: '= 0',
      },
      { name: 'booking.other', value: other, unit: 'answers', budget: '= 0' },
    ]
  } finally {
    await world.cloud.stop()
  }
}

async function slotsOf(world: World, nth: number): Promise<string[]> {
  const legal = legalFixture(world)
  const lawyerId = await legal.lawyer(`o-lawyer-${nth}`, { firm: `第${nth}演示所` })
  return legal.slots(lawyerId, [tenOclock(world, 3), tenOclock(world, 4)])
}

/** Every instance is started and knows service, lawyers and settings, as it does once people book. */
async function warm(world: World, slots: readonly string[]): Promise<void> {
  const legal = legalFixture(world)
  const people = Array.from({ length: INSTANCES * 4 }, (_, i) => `o-warm-${i}`)
  await legal.workers(...people)
  const quiet = await legal.lawyer('o-warm-lawyer')
  const own = await legal.slots(
    quiet,
    people.map((_, i) => tenOclock(world, 5) + i * 31 * 60_000),
  )
  await Promise.all(people.map((openid, i) => world.legal(openid, 'book', booking(own[i] ?? ''))))
  // refused for its mode, once the lawyer is known
  const asked = slots.flatMap(slotId => people.map(openid => ({ openid, slotId })))
  await Promise.all(
    asked.map(({ openid, slotId }) => world.legal(openid, 'book', booking(slotId, { mode: 'SITE' }))),
  )
}

/** Requests per second, all of them under way at once. */
async function rate(
  people: readonly string[],
  one: (openid: string, i: number) => Promise<unknown>,
): Promise<number> {
  const began = performance.now()
  await Promise.all(people.map(one))
  return people.length / ((performance.now() - began) / 1000)
}
