import type { Place } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

const HOUR = 3600_000

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.people(['anna', 'bert'])
})
afterAll(() => world.cloud.stop())

const signUp = (openid: string, sessionId: string, headcount?: number) =>
  world.activities(openid, 'signUp', { sessionId, rulesVersion: 1, ...(headcount && { headcount }) })
const ticket = (openid: string, sessionId: string) => world.activities(openid, 'ticket', { sessionId })

test('a ticket has what the phone needs without a network', async () => {
  const { activityId, sessionId } = await world.activity({
    starts: [48],
    rules: { version: 1, notes: [], cancelBeforeMin: 60, groupMax: 20 },
  })
  ok(await signUp('anna', sessionId, 6))
  expect(ok(await ticket('anna', sessionId))).toEqual({
    activityId,
    sessionId,
    title: expect.any(String),
    startAt: world.now + 48 * HOUR,
    endAt: world.now + 49 * HOUR,
    spot: { name: '二层', address: '东里6号', lng: 116.4, lat: 39.9 },
    no: 1,
    headcount: 6,
    unit: '组',
    freeUntil: world.now + 47 * HOUR,
    phase: 'OPEN',
    placeKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    windowSec: 30,
  })
})

test('each holding has a key of its own: two people, and one person before and after a cancel', async () => {
  const { sessionId } = await world.activity({ starts: [72] })
  ok(await signUp('anna', sessionId))
  ok(await signUp('bert', sessionId))
  const first = ok(await ticket('anna', sessionId)).placeKey
  expect(ok(await ticket('anna', sessionId)).placeKey).toBe(first)
  expect(ok(await ticket('bert', sessionId)).placeKey).not.toBe(first)
  ok(await world.activities('anna', 'cancel', { sessionId }))
  expect(codeOf(await ticket('anna', sessionId))).toBe('NO_PLACE')
  expect(ok(await signUp('anna', sessionId)).no).toBe(1)
  expect(ok(await ticket('anna', sessionId)).placeKey).not.toBe(first)
})

test('it says when one was checked in, and while staff still have to accept it', async () => {
  const { sessionId } = await world.activity({ starts: [96] })
  ok(await signUp('anna', sessionId))
  const plain = ok(await ticket('anna', sessionId))
  expect(plain).not.toHaveProperty('checkedInAt')
  expect(plain).not.toHaveProperty('pending')
  const [place] = await world.cloud.find<Place>('places', { pool: sessionId, holder: personId('anna') })
  const _id = `su_${place?.rid}`
  const rows = world.cloud.db.collection('signups')
  await rows.add({ _id, state: 'PENDING', endedAt: 5, points: 0 })
  const pending = ok(await ticket('anna', sessionId))
  expect(pending).toMatchObject({ pending: true })
  expect(pending).not.toHaveProperty('checkedInAt')
  await rows.where({ _id }).update({ state: 'ATTENDED' })
  expect(ok(await ticket('anna', sessionId))).toMatchObject({ checkedInAt: 5 })
  await rows.where({ _id }).update({ state: 'VOID' })
  expect(ok(await ticket('anna', sessionId))).toEqual(plain)
})

test('the code lives as long as the administrator says', async () => {
  const { sessionId } = await world.activity({ starts: [120] })
  ok(await signUp('anna', sessionId))
  await world.add('settings', [
    { _id: 'code.windowSec', value: 45, byId: '', createdAt: 1, updatedAt: 1, rev: 1 },
  ])
  await world.cloud.clock.advance(61_000)
  expect(ok(await ticket('anna', sessionId)).windowSec).toBe(45)
})

test('a guest has no ticket', async () => {
  const { sessionId } = await world.activity()
  expect(codeOf(await ticket('a-guest', sessionId))).toBe('NEED_REGISTER')
})
