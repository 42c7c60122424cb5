import { placeKey } from '../../cloudfunctions/_kit/crypto'
import { checkInCode } from '../../miniprogram/shared/check-in-code'
import type { Place } from '../../typings/documents'
import type { World } from '../functions/world'
import { ok, secrets, startWorld } from '../functions/world'
import { everything } from '../support/invariants'
import { callsOf, mean } from './calls'
import type { Figure } from './figure'

const PEOPLE = 200
const STAFF = 'staff'

/** A hall of 200: scanned one by one, and recorded without a network and sent at once. */
export async function rollFigures(): Promise<Figure[]> {
  const world = await startWorld({ instances: 1 })
  try {
    await world.orgs()
    await world.people([STAFF])
    await world.grant(STAFF, ['ROLL'])
    const scanned = await scan(world)
    const synced = await sync(world)
    return [
      { name: 'rollcall.scan', value: scanned, unit: 'calls', budget: '<= 2' },
      { name: 'rollcall.sync.200', value: synced.calls, unit: 'calls', budget: '<= 210' },
      { name: 'rollcall.sync.again', value: synced.again, unit: 'calls' },
      { name: 'rollcall.sync.lost', value: PEOPLE - synced.attended, unit: 'people', budget: '= 0' },
    ]
  } finally {
    await world.cloud.stop()
  }
}

/** A session that is about to begin, with everybody in it; their places by number. */
async function fullHall(world: World, name: string): Promise<{ sessionId: string; places: Place[] }> {
  const { sessionId } = await world.activity({ starts: [0.5], places: PEOPLE })
  const openids = Array.from({ length: PEOPLE }, (_, i) => `${name}-${i}`)
  await world.people(openids)
  for (const openid of openids) ok(await world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 }))
  const places = (await everything<Place>(world.cloud, 'places')).filter(({ pool }) => pool === sessionId)
  return { sessionId, places: places.sort((a, b) => a.no - b.no) }
}

async function scan(world: World): Promise<number> {
  const { sessionId, places } = await fullHall(world, 'scan')
  const { windowSec } = ok(await world.activities(STAFF, 'venueKey', { sessionId })).session
  const before = world.cloud.lines.length
  for (const place of places) {
    const { now } = await world.cloud.clock.read()
    const of = { sessionId, no: place.no, placeKey: placeKey(place, secrets), windowSec }
    ok(await world.activities(STAFF, 'checkIn', { sessionId, code: checkInCode(of, now).text }))
  }
  return mean(callsOf(world.cloud.lines.slice(before), 'activity', 'checkIn'))
}

async function sync(world: World) {
  const { sessionId, places } = await fullHall(world, 'sync')
  const { packId } = ok(
    await world.activities(STAFF, 'rosterPack', { sessionId, deviceId: 'bench-device-0001' }),
  )
  const { now } = await world.cloud.clock.read()
  const records = places.map(({ rid }, i) => ({ seq: i + 1, at: now, method: 'SCAN_STAFF' as const, rid }))
  const before = world.cloud.lines.length
  for (let turn = 0; turn < 2; turn++) ok(await world.activities(STAFF, 'checkInSync', { packId, records }))
  const [calls = Number.NaN, again = Number.NaN] = callsOf(
    world.cloud.lines.slice(before),
    'activity',
    'checkInSync',
  )
  const { attended } = ok(await world.activities(STAFF, 'roster', { sessionId }))
  return { calls, again, attended }
}
