import type { Place } from '../../typings/documents'
import type { World } from '../functions/world'
import { ok, startWorld } from '../functions/world'
import { everything } from '../support/invariants'
import { callsOf, mean } from './calls'
import type { Figure } from './figure'

const MOVED = 50
const STAFF = 'staff'

/** What moving a place to the next in the queue costs: after a cancel, and when the capacity is raised. */
export async function queueFigures(): Promise<Figure[]> {
  const world = await startWorld({ instances: 1 })
  try {
    await world.orgs()
    await world.people([STAFF])
    await world.grant(STAFF, ['EDIT'])
    const alone = await cancels(world, 'alone', 0)
    const queued = await cancels(world, 'queued', MOVED)
    const raised = await raise(world)
    return [
      { name: 'queue.calls.cancel', value: queued.calls - alone.calls, unit: 'calls', budget: '<= 4' },
      { name: 'queue.calls.raise', value: raised.calls / MOVED, unit: 'calls', budget: '<= 4' },
      {
        name: 'queue.unmoved',
        value: 2 * MOVED - queued.moved - raised.moved,
        unit: 'places',
        budget: '= 0',
      },
    ]
  } finally {
    await world.cloud.stop()
  }
}

async function fill(world: World, name: string, places: number, waiters: number) {
  const { sessionId } = await world.activity({ starts: [72], places })
  const holders = Array.from({ length: places }, (_, i) => `${name}-holder-${i}`)
  const waiting = Array.from({ length: waiters }, (_, i) => `${name}-waiter-${i}`)
  await world.people([...holders, ...waiting])
  for (const openid of holders) ok(await world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 }))
  const join = { sessionId, rulesVersion: 1, autoAccept: false }
  for (const openid of waiting) ok(await world.activities(openid, 'waitJoin', join))
  return { sessionId, holders }
}

const offered = async (world: World, sessionId: string) =>
  (await everything<Place>(world.cloud, 'places')).filter(
    ({ pool, state }) => pool === sessionId && state === 'OFFERED',
  ).length

async function cancels(world: World, name: string, waiters: number) {
  const { sessionId, holders } = await fill(world, name, MOVED, waiters)
  const before = world.cloud.lines.length
  for (const openid of holders) ok(await world.activities(openid, 'cancel', { sessionId }))
  const calls = mean(callsOf(world.cloud.lines.slice(before), 'activity', 'cancel'))
  return { calls, moved: await offered(world, sessionId) }
}

async function raise(world: World) {
  const { sessionId } = await fill(world, 'raise', 1, MOVED)
  const { data } = await world.cloud.db.collection('sessions').where({ _id: sessionId }).get()
  const { rev } = data[0] as { rev: number }
  const before = world.cloud.lines.length
  const input = { sessionId, segment: '', capacity: 1 + MOVED, rev }
  ok(await world.activities(STAFF, 'setCapacity', input))
  await world.cloud.timer('jobs')
  const lines = world.cloud.lines.slice(before)
  const [own = Number.NaN] = callsOf(lines, 'activity', 'setCapacity')
  return { calls: own, moved: await offered(world, sessionId) }
}
