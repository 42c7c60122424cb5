import { freePlace } from '../../cloudfunctions/_kit/places/place'
import { startWorld } from '../functions/world'
import type { World } from '../functions/world'
import { callsOf } from './calls'
import type { Figure } from './figure'

const SMALL = 1_000
const LARGE = 100_000

/** What a minute costs in which nothing is due, in a small house and in a large one. */
export async function jobsFigures(): Promise<Figure[]> {
  const world = await startWorld({ instances: 1 })
  try {
    await fill(world, 0, SMALL)
    const small = await tick(world)
    await fill(world, SMALL, LARGE)
    const large = await tick(world)
    return [
      { name: 'jobs.idle.calls.1000', value: small.calls, unit: 'calls', budget: '<= 3' },
      { name: 'jobs.idle.calls.100000', value: large.calls, unit: 'calls', budget: '<= 3' },
      { name: 'jobs.idle.growth', value: large.ms / small.ms, unit: '×' },
    ]
  } finally {
    await world.cloud.stop()
  }
}

/** Held places, notices and tasks, a third each, all of them for later. */
async function fill(world: World, from: number, to: number) {
  const later = world.now + 30 * 24 * 3600_000
  const numbers = Array.from({ length: Math.floor((to - from) / 3) }, (_, i) => from + i)
  const pool = {
    pool: 'se_bench',
    refId: 'ac_bench',
    segments: [],
    maxNo: to,
    startAt: later,
    endAt: later + 1,
  }
  await world.add(
    'places',
    numbers.map(no => ({
      ...freePlace(pool, no),
      holder: `p_${no}`,
      nth: 0,
      due: later,
      step: 'REMIND_DAY',
    })),
  )
  await world.add(
    'notices',
    numbers.map(no => ({
      _id: `nt_${no}`,
      personId: `p_${no}`,
      createdAt: world.now,
      dueAt: later,
      readAt: 0,
    })),
  )
  await world.add(
    'tasks',
    numbers.map(no => ({ _id: `FINISH:${no}`, kind: 'FINISH', refId: `${no}`, dueAt: later, tries: 0 })),
  )
}

const TICKS = 5

async function tick(world: World) {
  await world.cloud.timer('jobs')
  const before = world.cloud.lines.length
  const began = performance.now()
  for (let i = 0; i < TICKS; i++) await world.cloud.timer('jobs')
  const ms = performance.now() - began
  const calls = Math.max(...callsOf(world.cloud.lines.slice(before), 'jobs', 'timer'))
  return { calls, ms }
}
