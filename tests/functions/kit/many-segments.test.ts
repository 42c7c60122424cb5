/** What is free, taken and waited for, where more segments have places than one answer of the cloud holds. */
import { freePlace } from '../../../cloudfunctions/_kit/places/place'
import { tallyPlaces } from '../../../cloudfunctions/_kit/places/tally'
import { Store } from '../../../cloudfunctions/_kit/store'
import { managedSessions } from '../../../cloudfunctions/activity/manage/managed-session'
import type { Place, Segment, Session } from '../../../typings/documents'
import { BEGINS, documents } from '../model/model-documents'
import { direct, openDirectDatabase } from '../model/direct-store'

const SESSIONS = 1001
const segments: Segment[] = [
  { key: 'k1', label: '骑手', from: 1, to: 1, employments: ['RIDER'] },
  { key: 'all', label: '通用', from: 2, to: 2, employments: [] },
]
const sessions: Session[] = Array.from({ length: SESSIONS }, (_, i) => {
  const { session } = documents(`se_${String(i).padStart(4, '0')}`, segments, 2)
  return session
})
const refIds = [...new Set(sessions.map(({ activityId }) => activityId))]

let opened: Awaited<ReturnType<typeof openDirectDatabase>>
const store = () => direct(new Store(), opened.database)
beforeAll(async () => {
  opened = await openDirectDatabase()
  const places = sessions.flatMap(({ _id: pool, activityId: refId, startAt, endAt }): Place[] => {
    const free = [1, 2].map(no => freePlace({ pool, refId, segments, maxNo: 2, startAt, endAt }, no))
    return free.map(place =>
      place.no === 1
        ? { ...place, state: 'HELD', holder: 'p_a', nth: 0, capKey: `p_a|${pool}`, rid: pool }
        : place,
    )
  })
  await opened.database.insert('places', places as never)
  const waits = sessions.map(({ _id }) => ({
    _id: `${_id}/w1`,
    sessionId: _id,
    state: 'WAITING',
    liveKey: `${_id}|p_b`,
    at: BEGINS,
  }))
  await opened.database.insert('waits', waits)
})
afterAll(() => opened.close())

test('each free place and each of one’s own is told', async () => {
  const tallies = await tallyPlaces(store(), refIds, 'p_a')
  expect(tallies).toHaveLength(2 * SESSIONS)
  expect(tallies.reduce((sum, { left }) => sum + left, 0)).toBe(SESSIONS)
  expect(tallies.filter(({ mine }) => mine === 1)).toHaveLength(SESSIONS)
})

test('staff see of each session what is taken and who waits', async () => {
  const managed = await managedSessions(store(), sessions)
  expect(managed).toHaveLength(SESSIONS)
  expect(managed.filter(({ held, waiting }) => held !== 1 || waiting !== 1)).toEqual([])
})
