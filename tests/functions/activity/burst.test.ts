import { CallFailed } from '../../support/cloud'
import { brokenInvariants, everything, held } from '../../support/invariants'
import type { Place } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(async () => {
  expect(await brokenInvariants(world.cloud)).toEqual([])
  await world.cloud.stop()
})

const crowd = (size: number) => Array.from({ length: size }, (_, i) => `crowd-${i}`)
const signUp = (openid: string, sessionId: string) =>
  world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 })
const places = () => everything<Place>(world.cloud, 'places')

/** How often each code came back. */
function codes(replies: Parameters<typeof codeOf>[0][]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const reply of replies) counts[codeOf(reply)] = (counts[codeOf(reply)] ?? 0) + 1
  return counts
}

test('two workers race for the last place; one wins', async () => {
  await world.people(['anna', 'bert'])
  const { sessionId } = await world.activity({ places: 1 })
  const replies = await Promise.all([signUp('anna', sessionId), signUp('bert', sessionId)])
  expect(codes(replies)).toEqual({ OK: 1, FULL: 1 })
})

test('of 200 taps for 20 places 20 win, each another number, and a loser costs next to nothing', async () => {
  const people = crowd(200)
  await world.people(people)
  const { sessionId } = await world.activity({ places: 20 })
  const began = performance.now()
  const replies = await Promise.all(people.map(openid => signUp(openid, sessionId)))
  const seconds = Math.ceil((performance.now() - began) / 1000)
  expect(codes(replies)).toEqual({ OK: 20, FULL: 180 })
  expect(new Set(replies.flatMap(reply => (reply.ok ? reply.data.no : []))).size).toBe(20)
  const { calls } = await world.cloud.stats.read()
  // 20 winners at 2 calls, and each second what four instances spend to see an activity and to find it full
  expect(calls['activity.signUp']?.databaseCalls).toBeLessThan(20 * 2 + 4 * 6 * (1 + seconds))
})

test('three taps of everybody at once end in one ticket each', async () => {
  const people = crowd(15)
  await world.people(people)
  const { sessionId } = await world.activity({ places: 15 })
  const replies = await Promise.all(
    [...people, ...people, ...people].map(openid => signUp(openid, sessionId)),
  )
  expect(codes(replies)).toEqual({ OK: 45 })
  expect(replies.filter(reply => ok(reply).repeated)).toHaveLength(30)
  for (let i = 0; i < 15; i++)
    expect(new Set([0, 15, 30].map(tap => ok(replies[i + tap] ?? replies[0]!).no)).size).toBe(1)
})

test('three taps of everybody for too few places: nobody who holds one is told FULL', async () => {
  const people = crowd(12)
  await world.people(people)
  const { sessionId } = await world.activity({ places: 5 })
  const replies = await Promise.all(
    [...people, ...people, ...people].map(openid => signUp(openid, sessionId)),
  )
  const holders = new Set(held(await places()).map(({ holder }) => holder))
  expect(holders.size).toBe(5)
  for (const [i, openid] of people.entries()) {
    const own = [0, 12, 24].map(tap => codeOf(replies[i + tap] ?? replies[0]!))
    expect([openid, ...own]).toEqual([
      openid,
      ...own.map(() => (holders.has(personId(openid)) ? 'OK' : 'FULL')),
    ])
  }
})

test('five parallel sign-ups of one person for one date: two are taken, three refused', async () => {
  await world.people(['anna'])
  const { sessionIds } = await world.activity({ starts: [24, 25, 26, 27, 28] })
  const replies = await Promise.all(sessionIds.map(sessionId => signUp('anna', sessionId)))
  expect(codes(replies)).toEqual({ OK: 2, QUOTA_DAY: 3 })
})

test('parallel sign-ups of one person for the same hour: one is taken', async () => {
  await world.people(['anna'])
  const { sessionIds } = await world.activity({ starts: [24, 24.2, 24.4] })
  const replies = await Promise.all(sessionIds.map(sessionId => signUp('anna', sessionId)))
  expect(codes(replies)).toEqual({ OK: 1, TIME_CLASH: 2 })
})

test('people cancel and sign up in one crowd: no place is lost and none is held twice', async () => {
  const people = crowd(30)
  await world.people(people)
  const { sessionId } = await world.activity({ places: 10 })
  await Promise.all(
    people.map(async (openid, i) => {
      for (let turn = 0; turn < 3; turn++) {
        const reply = await signUp(openid, sessionId)
        if (reply.ok && (i + turn) % 2 === 0) ok(await world.activities(openid, 'cancel', { sessionId }))
      }
    }),
  )
  const all = await places()
  expect(held(all).length + all.filter(({ holder }) => holder === '').length).toBe(10)
  const left = 10 - held(all).length
  const detail = ok(await world.activities('anna', 'detail', { activityId: all[0]?.refId ?? '' }))
  expect(detail.sessions[0]?.left).toBe(left)
})

test('instances that die during a burst oversell nothing, and everybody who tries again has one answer', async () => {
  const people = crowd(60)
  await world.people(people)
  const { sessionId } = await world.activity({ places: 25 })
  for (const killAfterCall of [1, 2, 3, 4])
    await world.cloud.faults.add({ function: 'activity', action: 'signUp', killAfterCall, times: 4 })
  await Promise.allSettled(people.map(openid => signUp(openid, sessionId)))
  await world.cloud.faults.reset()
  const replies = await Promise.all(people.map(openid => signUp(openid, sessionId)))
  expect(codes(replies)).toEqual({ OK: 25, FULL: 35 })
  const holders = held(await places()).map(({ holder }) => holder)
  expect(
    people
      .filter((_, i) => replies[i]?.ok)
      .map(personId)
      .sort(),
  ).toEqual(holders.sort())
})

test('a power cut during a burst: every sign-up that was answered is there after the restart', async () => {
  const people = crowd(80)
  await world.people(people)
  const { sessionId } = await world.activity({ places: 80 })
  await world.cloud.faults.latency(3)
  const numbers = new Map<string, number>()
  const taps = people.map(async openid => {
    const reply = await signUp(openid, sessionId)
    numbers.set(personId(openid), ok(reply).no)
    if (numbers.size === 20) await world.cloud.kill()
  })
  const settled = await Promise.allSettled(taps)
  const failures = settled.flatMap(one => (one.status === 'rejected' ? [one.reason as unknown] : []))
  expect(failures.length).toBeGreaterThan(0)
  expect(failures.every(failure => failure instanceof CallFailed)).toBe(true)
  await world.cloud.restart()
  const after = new Map(held(await places()).map(({ holder, no }) => [holder, no]))
  for (const [person, no] of numbers) expect(after.get(person)).toBe(no)
  const replies = await Promise.all(people.map(openid => signUp(openid, sessionId)))
  expect(codes(replies)).toEqual({ OK: 80 })
})
