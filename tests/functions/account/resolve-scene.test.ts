import { sceneOf } from '../../../cloudfunctions/_kit/scene'
import type { World } from '../world'
import { codeOf, ok, secrets, startWorld } from '../world'

const ulid = '01K4DEM0000000000000000020'
const scene = sceneOf({ kind: 'a', ulid }, secrets)

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())

const resolve = (text: string) => world.account('a-guest', 'resolveScene', { scene: text })

test('a printed code leads to its activity, without a database call', async () => {
  expect(ok(await resolve(scene))).toEqual({ target: 'activity', params: { activityId: `ac_${ulid}` } })
  const { calls } = await world.cloud.stats.read()
  expect(calls['account.resolveScene']?.databaseCalls).toBe(0)
})

test('a code of which any one character was altered is refused', async () => {
  for (let i = 0; i < scene.length; i++) {
    const altered = scene.slice(0, i) + (scene.charAt(i) === '7' ? '8' : '7') + scene.slice(i + 1)
    expect(codeOf(await resolve(altered))).toBe('QR_INVALID')
  }
})

test.each([
  '',
  'a',
  scene.toLowerCase(),
  `${scene}0`,
  scene.replace('a', 'o'),
  '工'.repeat(32),
  "a$ne'--{}..%00",
])('a code that we did not print is refused: %s', async text => {
  expect(codeOf(await resolve(text))).toBe('QR_INVALID')
})
