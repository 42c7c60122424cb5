import type { Feedback } from '../../../typings/documents'
import { hall, someone } from '../roll-call'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())

async function attended() {
  const { staff, sessionId, holders } = await hall(world, 2)
  const [{ openid, rid }, missing] = [holders[0]!, holders[1]!]
  ok(await world.activities(staff, 'checkIn', { sessionId, rid, reason: 'x' }))
  return { staff, sessionId, openid, rid, missing }
}

test('who was there says how it was, once', async () => {
  const { sessionId, openid, rid } = await attended()
  const say = (score: number, text?: string) =>
    world.activities(openid, 'feedback', { sessionId, score, ...(text !== undefined && { text }) })
  expect(ok(await say(5, ' 讲得很清楚 '))).toEqual({ repeated: false })
  expect(ok(await say(1))).toEqual({ repeated: true })
  expect(await world.cloud.find<Feedback>('feedback', { sessionId })).toMatchObject([
    { _id: `fb_${rid}`, personId: personId(openid), score: 5, text: '讲得很清楚' },
  ])
})

test('who was not there, or whose attendance was taken back, has nothing to say', async () => {
  const { staff, sessionId, openid, rid, missing } = await attended()
  const say = (who: string) => world.activities(who, 'feedback', { sessionId, score: 3 })
  expect(codeOf(await say(missing.openid))).toBe('NOT_ATTENDED')
  expect(codeOf(await say(await someone(world)))).toBe('NOT_ATTENDED')
  ok(await world.activities(staff, 'checkInUndo', { sessionId, rid, reason: 'x' }))
  expect(codeOf(await say(openid))).toBe('NOT_ATTENDED')
})

test('risky words are refused, and the same person may say it otherwise', async () => {
  const { sessionId, openid } = await attended()
  const say = (text: string) => world.activities(openid, 'feedback', { sessionId, score: 2, text })
  expect(codeOf(await say('违规样例'))).toBe('CONTENT_RISKY')
  expect(await world.cloud.count('feedback', { sessionId })).toBe(0)
  expect(ok(await say('座位太少'))).toEqual({ repeated: false })
})

test('a score is a whole number from one to five', async () => {
  const { sessionId, openid } = await attended()
  for (const score of [0, 6, 2.5]) {
    const reply = await world.activities(openid, 'feedback', { sessionId, score })
    expect(codeOf(reply)).toBe('INVALID_INPUT')
  }
})
