/** Two who write about the same holding, the one between two calls of the other. */
import { Store } from '../../../cloudfunctions/_kit/store'
import { attendedRow, rowId } from '../../../cloudfunctions/activity/roll/attendance'
import { finishSession } from '../../../cloudfunctions/activity/roll/finish-session'
import { addReports } from '../../../cloudfunctions/activity/roll/row-store'
import { asPublished } from '../../../local/demo/activities'
import type { Activity, CheckInSource, Place, Session } from '../../../typings/documents'
import { freePlace } from '../../../cloudfunctions/_kit/places/place'
import { between } from '../paused-store'
import { startPools } from '../pools'

const NOW = 1_790_000_000_000
const HOUR = 3600_000

let pools: Awaited<ReturnType<typeof startPools>>
beforeAll(async () => {
  pools = await startPools()
})
afterAll(() => pools.stop())

let made = 0
function heldPlace(pool = `se_roll${++made}`): Place {
  const times = { startAt: NOW - HOUR, endAt: NOW + HOUR }
  const free = freePlace({ pool, refId: 'ac_roll', segments: [], maxNo: 1, ...times }, 1)
  const rid = `RID${++made}`
  return { ...free, holder: 'p_anna', nth: 0, rid, at: NOW - 48 * HOUR, state: 'HELD', headcount: 1 }
}
const report = (seq: number, at = NOW): CheckInSource => ({
  at,
  method: 'SCAN_STAFF',
  byId: 'p_staff',
  deviceId: `device-${seq}`,
  seq,
  syncedAt: NOW,
  reason: '',
})
const stored = ({ rid }: Place) => new Store().get('signups', rowId(rid))

test('two devices report the same person at once: both reports are kept', async () => {
  const place = heldPlace()
  const row = attendedRow(place, [report(1)])
  await new Store().insert('signups', row)
  await between(
    1,
    store => addReports(store, row, [report(2)], NOW),
    store => addReports(store, row, [report(3)], NOW),
  )
  expect((await stored(place))?.sources.map(({ seq }) => seq).sort()).toEqual([1, 2, 3])
})

test('a cancel that comes while somebody is reported there again wins: the row is over', async () => {
  const place = heldPlace()
  const row = { ...attendedRow(place, [report(1)]), state: 'VOID' as const, undoneAt: NOW }
  await new Store().insert('signups', row)
  const [after] = await between(
    1,
    store => addReports(store, row, [report(2, NOW + 1)], NOW),
    store => store.change('signups', { _id: row._id, state: 'VOID' }, { state: 'CANCELLED' }),
  )
  expect(after.state).toBe('CANCELLED')
  expect(await stored(place)).toMatchObject({ state: 'CANCELLED', sources: [{ seq: 1 }] })
})

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  'a check-in before call %i of a finish counts, or was too late; never both',
  async before => {
    const place = heldPlace()
    const { session, activity } = sessionOf(place)
    const store = new Store()
    await store.insert('places', place)
    await store.insert('sessions', session)
    await store.insert('activities', activity)
    const [, there] = await between(
      before,
      paused => finishSession(paused, session, activity, NOW, false),
      free => free.insert('signups', attendedRow(place, [report(1)])),
    )
    const row = await stored(place)
    expect(row).toMatchObject(there ? { state: 'ATTENDED', points: 0 } : { state: 'NO_SHOW', points: 2 })
    expect(await pools.cloud.count('notices', { _id: `nt_p_anna_POINTS_${place.rid}` })).toBe(there ? 0 : 1)
    expect(await store.get('sessions', session._id)).toMatchObject({ state: 'FINISHED' })
  },
)

function sessionOf({ pool, startAt, endAt }: Place): { session: Session; activity: Activity } {
  const written = { createdAt: NOW, updatedAt: NOW, rev: 1 }
  const times = { startAt, endAt, openAt: NOW - 72 * HOUR, closeAt: startAt }
  const activityId = `ac_${pool}`
  const session: Session = {
    _id: pool,
    ...written,
    ...times,
    activityId,
    spot: { name: '二层', address: '东里6号', lng: 116.4, lat: 39.9 },
    segments: [],
    maxNo: 1,
    blocked: 0,
    state: 'ON',
  }
  const activity: Activity = {
    _id: activityId,
    ...written,
    kind: 'LECTURE',
    mode: 'FIRST',
    art: 'lecture',
    title: '讲座',
    body: '',
    orgId: 'org_R',
    orgName: '明城区总工会',
    orgPath: '/org_R/',
    state: 'PUBLISHED',
    listed: true,
    startAt,
    endAt,
    openAt: times.openAt,
    sessions: 1,
    times: [{ ...times, state: 'ON' }],
    spot: '',
    ...asPublished,
    audience: { memberOnly: false, employments: [] },
    rules: { version: 1, notes: [], cancelBeforeMin: 1440, groupMax: 1 },
  }
  return { session, activity }
}
