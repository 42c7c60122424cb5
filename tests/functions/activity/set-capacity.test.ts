import { brokenInvariants } from '../../support/invariants'
import type { Place, Session, Task } from '../../../typings/documents'
import { HOUR, sessionIn, submitted } from '../drafts'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  await world.people(['dong'])
  await world.grant('dong', ['EDIT'], 'org_S2')
  await world.grant('roll', ['ROLL'])
})
afterAll(() => world.cloud.stop())
afterEach(async () => expect(await brokenInvariants(world.cloud)).toEqual([]))

let count = 0
async function someone(fields: Parameters<World['people']>[1] = {}): Promise<string> {
  const openid = `worker-${++count}`
  await world.people([openid], fields)
  return openid
}

const signUp = (openid: string, sessionId: string) =>
  world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 })
const stored = async (_id: string) => (await world.cloud.find<Session>('sessions', { _id }))[0]
const task = async (_id: string) => (await world.cloud.find<Task>('tasks', { _id }))[0]
const usable = (pool: string) => world.cloud.count('places', { pool, state: { $ne: 'BLOCKED' } })

async function session(
  places: number,
  kept: { label: string; places: number; employments: 'RIDER'[] }[] = [],
) {
  const { sessions } = await submitted(world, 'dong', {
    sessions: [sessionIn(48, world.now, { places, kept })],
  })
  const [first] = sessions
  if (!first) throw new Error('it has a session')
  return first
}

const resize = ({ sessionId, rev }: { sessionId: string; rev: number }, capacity: number, segment = '') =>
  world.activities('dong', 'setCapacity', { sessionId, segment, capacity, rev })

test('more places are there at once, and who had found it full gets in', async () => {
  const one = await session(1)
  ok(await signUp(await someone(), one.sessionId))
  const late = await someone()
  expect(codeOf(await signUp(late, one.sessionId))).toBe('FULL')
  const bigger = ok(await resize(one, 3))
  expect(bigger).toMatchObject({ capacity: 3, held: 1, rev: one.rev + 1 })
  await world.cloud.clock.advance(3000)
  expect(ok(await signUp(late, one.sessionId)).no).toBe(2)
  expect((await task(`SETTLE:${one.sessionId}`))?.dueAt).toBe(0)
  await world.cloud.clock.set(world.now)
})

test('fewer places: free numbers go from the top, nobody is evicted, and they come back first', async () => {
  const one = await session(6)
  const [anna] = [await someone()]
  ok(await signUp(anna, one.sessionId))
  const smaller = ok(await resize(one, 2))
  expect(smaller).toMatchObject({ capacity: 2, held: 1 })
  const blocked = await world.cloud.find<Place>('places', { pool: one.sessionId, state: 'BLOCKED' })
  expect(blocked.map(({ no }) => no).sort()).toEqual([3, 4, 5, 6])
  const bigger = ok(await resize(smaller, 4))
  expect(await stored(one.sessionId)).toMatchObject({ maxNo: 6, blocked: 2 })
  expect(await usable(one.sessionId)).toBe(4)
  ok(await resize(bigger, 8))
  expect(await stored(one.sessionId)).toMatchObject({ maxNo: 8, blocked: 0 })
  expect(await usable(one.sessionId)).toBe(8)
})

test('below what is taken nothing changes', async () => {
  const one = await session(3)
  for (let i = 0; i < 2; i++) ok(await signUp(await someone(), one.sessionId))
  expect(codeOf(await resize(one, 1))).toBe('CAPACITY_BELOW_TAKEN')
  expect(await stored(one.sessionId)).toMatchObject({ maxNo: 3, blocked: 0, rev: one.rev })
  expect(await usable(one.sessionId)).toBe(3)
  expect(codeOf(await resize(one, 2))).toBe('OK')
})

test('each segment by itself; new numbers stand at the end under the same name', async () => {
  const one = await session(5, [{ label: '骑手', places: 2, employments: ['RIDER'] }])
  const [kept, rest] = one.segments
  expect([kept?.capacity, rest?.capacity]).toEqual([2, 3])
  const bigger = ok(await resize(one, 4, kept?.key))
  expect(bigger.segments.map(({ label, capacity }) => [label, capacity])).toEqual([
    ['骑手', 4],
    ['通用', 3],
  ])
  expect((await stored(one.sessionId))?.segments.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [3, 5],
    [6, 7],
  ])
  const riders = [1, 2, 3, 4].map(() => someone({ employment: 'RIDER' }))
  const numbers: number[] = []
  for (const rider of await Promise.all(riders)) numbers.push(ok(await signUp(rider, one.sessionId)).no)
  expect(numbers).toEqual([1, 2, 6, 7])
  const smaller = ok(await resize(bigger, 1, rest?.key))
  expect(smaller.segments.map(({ capacity, held }) => [capacity, held])).toEqual([
    [4, 4],
    [1, 0],
  ])
  expect(codeOf(await resize(smaller, 3, kept?.key))).toBe('CAPACITY_BELOW_TAKEN')
  expect(await resize(smaller, 9, 'none')).toMatchObject({
    code: 'INVALID_INPUT',
    detail: { field: 'segment' },
  })
})

test('new places go to the queue first', async () => {
  const one = await session(1)
  ok(await signUp(await someone(), one.sessionId))
  const waiting = await Promise.all([someone(), someone()])
  for (const [i, openid] of waiting.entries())
    ok(
      await world.activities(openid, 'waitJoin', {
        sessionId: one.sessionId,
        rulesVersion: 1,
        autoAccept: i === 0,
      }),
    )
  const bigger = ok(await resize(one, 4))
  expect(bigger).toMatchObject({ capacity: 4, held: 3, waiting: 0 })
  const places = await world.cloud.find<Place>('places', { pool: one.sessionId })
  const has = (openid: string) => places.find(({ holder }) => holder === personId(openid))?.state
  expect(waiting.map(has)).toEqual(['HELD', 'OFFERED'])
})

test('the revision must be the one that was read; asked again the same is answered', async () => {
  const one = await session(2)
  const both = await Promise.all([resize(one, 4), resize(one, 5)])
  expect(both.map(codeOf).sort()).toEqual(['OK', 'STALE_REV'])
  const { maxNo = 0, rev = 0 } = (await stored(one.sessionId)) ?? {}
  expect(ok(await resize(one, maxNo))).toMatchObject({ capacity: maxNo, rev })
  expect(await usable(one.sessionId)).toBe(maxNo)
  const cuts = await Promise.all([resize({ ...one, rev }, 1), resize({ ...one, rev }, 2)])
  expect(cuts.map(codeOf).sort()).toEqual(['OK', 'STALE_REV'])
  await world.cloud.clock.advance(120_000)
  await world.cloud.timer('jobs')
  const { blocked = 0 } = (await stored(one.sessionId)) ?? {}
  expect(await usable(one.sessionId)).toBe(maxNo - blocked)
  await world.cloud.clock.set(world.now)
})

test('two staff cut it at once: one of them at most does, and no more places are left than the session says', async () => {
  for (let round = 0; round < 10; round++) {
    const one = await session(12)
    const codes = (await Promise.all([resize(one, 4), resize(one, 5)])).map(codeOf)
    expect(codes.filter(code => code === 'OK').length).toBeLessThanOrEqual(1)
    const { maxNo = 0, blocked = 0 } = (await stored(one.sessionId)) ?? {}
    expect(await usable(one.sessionId)).toBe(maxNo - blocked)
  }
})

test('what a crash left of it is completed by the clock alone', async () => {
  for (const capacity of [6, 1])
    for (let killAfterCall = 5; killAfterCall < 12; killAfterCall++) {
      const one = await session(3)
      await world.cloud.faults.add({ function: 'activity', action: 'setCapacity', killAfterCall })
      await resize(one, capacity).catch(() => undefined)
      await world.cloud.faults.reset()
      await world.cloud.clock.advance(120_000)
      await world.cloud.timer('jobs')
      const { maxNo = 0, blocked = 0 } = (await stored(one.sessionId)) ?? {}
      expect([3, capacity]).toContain(maxNo - blocked)
      expect(await usable(one.sessionId)).toBe(maxNo - blocked)
    }
  await world.cloud.clock.set(world.now)
})

test('a hall beyond a thousand places', async () => {
  const one = await session(1100)
  const smaller = ok(await resize(one, 1050))
  expect(await usable(one.sessionId)).toBe(1050)
  ok(await resize(smaller, 1150))
  expect(await usable(one.sessionId)).toBe(1150)
})

test('refused: no places at all, too many, what is over, open to all, or not the caller’s', async () => {
  const one = await session(2)
  expect(codeOf(await resize(one, 0))).toBe('INVALID_INPUT')
  expect(codeOf(await resize(one, 2001))).toBe('INVALID_INPUT')
  expect(codeOf(await resize({ ...one, sessionId: 'se_01TEST00000000000000009999' }, 4))).toBe('NOT_FOUND')
  await world.cloud.clock.set(world.now + 60 * HOUR)
  expect(codeOf(await resize(one, 4))).toBe('STATE_CHANGED')
  await world.cloud.clock.set(world.now)
  const { sessions } = await submitted(world, 'dong', { mode: 'OPEN' })
  const [open] = sessions
  expect(codeOf(await resize({ sessionId: open?.sessionId ?? '', rev: 1 }, 9))).toBe('INVALID_INPUT')
  const { sessionId } = await world.activity()
  expect(codeOf(await resize({ sessionId, rev: 1 }, 9))).toBe('OUT_OF_SCOPE')
  const input = { sessionId, segment: '', capacity: 9, rev: 1 }
  expect(codeOf(await world.activities('roll', 'setCapacity', input))).toBe('NO_PERMISSION')
})
