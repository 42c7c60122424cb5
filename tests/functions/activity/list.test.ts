import type { ActivityCard, ListFilter } from '../../../typings/api/activity'
import type { World } from '../world'
import { ok, startWorld } from '../world'

const HOUR = 3600_000

let world: World
const ids: Record<string, string> = {}
beforeAll(async () => {
  world = await startWorld()
  await world.people(['anna'])
  const make = async (name: string, options: Parameters<World['activity']>[0]) => {
    ids[name] = (await world.activity(options)).activityId
  }
  await make('lecture', { starts: [24], places: 3 })
  await make('visit', {
    kind: 'VISIT',
    starts: [30, 34],
    places: 2,
    rules: { version: 1, notes: [], cancelBeforeMin: 0, groupMax: 20 },
  })
  await make('street', { starts: [40], orgId: 'org_S2', orgPath: '/org_R/org_S2/' })
  await make('unit', { starts: [41], orgId: 'org_U2', orgPath: '/org_R/org_S2/org_U2/' })
  await make('full', { starts: [50], places: 0 })
  await make('draw', { starts: [60], mode: 'DRAW', entrants: 86 })
  await make('soon', { starts: [70], session: { openAt: world.now + 5 * HOUR } })
  await make('house', { starts: [80], mode: 'OPEN', places: 0 })
  await make('closed', { starts: [90], session: { closeAt: world.now - HOUR } })
  await make('past', { starts: [-5] })
  await make('hidden', { starts: [24], state: 'REVIEWING', listed: false })
})
afterAll(() => world.cloud.stop())

const list = async (filter: ListFilter = {}, openid = 'a-guest') =>
  ok(await world.activities(openid, 'list', filter))
const names = (cards: ActivityCard[]) =>
  cards.map(({ activityId }) => Object.keys(ids).find(name => ids[name] === activityId))
const card = async (name: string, openid?: string) =>
  (await list({}, openid)).items.find(({ activityId }) => activityId === ids[name])

test('a guest sees what is to come, the next one first', async () => {
  const { items, next } = await list()
  expect(names(items)).toEqual([
    'lecture',
    'visit',
    'street',
    'unit',
    'full',
    'draw',
    'soon',
    'house',
    'closed',
  ])
  expect(next).toBeUndefined()
})

test('a card counts free places, in groups where groups come, and none where places are drawn', async () => {
  expect(await card('lecture')).toMatchObject({ left: 3, unit: '名', phase: 'OPEN', sessions: 1 })
  expect(await card('visit')).toMatchObject({
    left: 4,
    unit: '组',
    sessions: 2,
    startAt: world.now + 30 * HOUR,
  })
  expect(await card('full')).toMatchObject({ left: 0, phase: 'OPEN' })
  expect(await card('draw')).toMatchObject({ entrants: 86, mode: 'DRAW' })
  expect(await card('draw')).not.toHaveProperty('left')
  expect(await card('soon')).toMatchObject({ phase: 'SOON', openAt: world.now + 5 * HOUR })
  expect(await card('closed')).toMatchObject({ phase: 'SHUT' })
})

test('who holds a place sees its number on the card, and others do not', async () => {
  const visit = ok(await world.activities('anna', 'detail', { activityId: ids.visit ?? '' }))
  const sessionId = visit.sessions[1]?.sessionId ?? ''
  ok(await world.activities('anna', 'signUp', { sessionId, rulesVersion: 1, headcount: 4 }))
  expect(await card('visit', 'anna')).toMatchObject({ left: 3, mine: { sessionId, no: 1 } })
  expect(await card('visit')).toMatchObject({ left: 3 })
  expect(await card('visit')).not.toHaveProperty('mine')
  ok(await world.activities('anna', 'cancel', { sessionId }))
})

test('a street shows its own activities and those of its units', async () => {
  expect(names((await list({ orgId: 'org_S2' })).items)).toEqual(['street', 'unit'])
  expect(names((await list({ orgId: 'org_S1' })).items)).toEqual([])
})

test('a kind shows only that kind', async () => {
  expect(names((await list({ kind: 'VISIT' })).items)).toEqual(['visit'])
  expect(names((await list({ kind: 'COOL' })).items)).toEqual([])
})

test('a span of time shows what falls into it, also in the past', async () => {
  const { now } = world
  expect(names((await list({ from: now + 39 * HOUR, to: now + 50 * HOUR })).items)).toEqual([
    'street',
    'unit',
  ])
  expect(names((await list({ from: now - 10 * HOUR, to: now })).items)).toEqual(['past'])
})

test('only those with a place: what is full, drawn or closed is left out', async () => {
  expect(names((await list({ hasPlace: true })).items)).toEqual([
    'lecture',
    'visit',
    'street',
    'unit',
    'soon',
    'house',
  ])
})

test.each([{}, { hasPlace: true }])('pages put together are the whole list %j', async filter => {
  const whole = (await list(filter)).items
  const parts: ActivityCard[] = []
  let cursor: string | undefined
  do {
    const page = await list({ ...filter, limit: 2, cursor })
    expect(page.items.length).toBeLessThanOrEqual(2)
    parts.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  expect(parts).toEqual(whole)
})

test('twenty cards cost two calls and stay under 30 KB; what ends together is neither doubled nor lost', async () => {
  const end = world.now + 1000 * HOUR
  const { data } = await world.cloud.db
    .collection('activities')
    .where({ _id: ids.lecture ?? '' })
    .get()
  const [{ _id, ...like }] = data as [{ _id: string }]
  const same = Array.from({ length: 45 }, (_, i) => ({
    ...like,
    _id: `ac_same${i}`,
    endAt: end,
    title: '标题'.repeat(20),
  }))
  await world.add('activities', same)
  await world.cloud.stats.reset()
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await list({ from: end, cursor })
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(30_000)
    seen.push(...page.items.map(({ activityId }) => activityId))
    cursor = page.next
  } while (cursor !== undefined)
  expect(seen.sort()).toEqual(same.map(one => one._id).sort())
  const { calls } = await world.cloud.stats.read()
  expect(calls['activity.list']?.spread).toEqual({ 2: 3 })
})
