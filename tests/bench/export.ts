import { freePlace } from '../../cloudfunctions/_kit/places/place'
import type { Place } from '../../typings/documents'
import { ok, personId, startWorld } from '../functions/world'
import type { Figure } from './figure'
import { peakOf } from './resident'

const ROWS = 5_000
const STAFF = 'staff'

/** A list of 5,000 that leaves the house: how much the function held at most while it wrote it. */
export async function exportFigures(): Promise<Figure[]> {
  const world = await startWorld({ instances: 1 })
  try {
    await world.orgs()
    await world.people([STAFF])
    await world.grant(STAFF, ['ROLL'])
    const openids = Array.from({ length: ROWS }, (_, i) => `row-${i}`)
    await world.people(openids)
    const { activityId, sessionId } = await world.activity({ starts: [24], places: 1 })
    const pool = {
      pool: sessionId,
      refId: activityId,
      segments: [],
      maxNo: ROWS,
      startAt: world.now,
      endAt: world.now + 1,
    }
    const held = openids.map((openid, i): Place => {
      const place = freePlace(pool, i + 2)
      const holder = personId(openid)
      return {
        ...place,
        holder,
        nth: 0,
        capKey: `${holder}|bench`,
        rid: `bench${i}`,
        state: 'HELD',
        headcount: 1,
      }
    })
    await world.add('places', held)
    const input = { kind: 'ROSTER' as const, sessionId, reason: '对账' }
    ok(await world.insight(STAFF, 'export', { opId: '01K4BENCH00000000000000001', ...input, sessionId }))
    const { rows } = ok(
      await world.insight(STAFF, 'export', { opId: '01K4BENCH00000000000000002', ...input }),
    )
    return [
      { name: 'export.rows', value: rows, unit: 'rows', budget: `= ${ROWS}` },
      { name: 'export.peak', value: peakOf('insight'), unit: 'MB', budget: '<= 200' },
    ]
  } finally {
    await world.cloud.stop()
  }
}
