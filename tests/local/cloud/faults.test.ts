import { startTestCloud, type TestCloud } from '../../support/cloud'
import { testFunctions } from './test-functions'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ functions: testFunctions })
  await cloud.db.createCollection('things')
})
beforeEach(async () => {
  await cloud.faults.reset()
  await cloud.stats.reset()
})
afterAll(() => cloud.stop())

const add = (id: string, action?: string) =>
  cloud.call('database', 'oTester', { step: 'add', name: 'things', data: { _id: id }, action })
const exists = async (id: string) => (await cloud.count('things', { _id: id })) === 1

test('a function killed after its first database call has written, and its caller hears of a failure', async () => {
  await cloud.faults.add({ function: 'database', killAfterCall: 1 })
  await expect(add('killed')).rejects.toMatchObject({ status: 502, errCode: -504002 })
  expect(await exists('killed')).toBe(true)
  await expect(add('next')).resolves.toMatchObject({ data: { _id: 'next' } })
})

test('a fault for one action leaves the others alone, and strikes as often as asked', async () => {
  await cloud.faults.add({ function: 'database', action: 'save', killAfterCall: 1, times: 2 })
  await expect(add('other', 'read')).resolves.toBeDefined()
  await expect(add('save1', 'save')).rejects.toMatchObject({ status: 502 })
  await expect(add('save2', 'save')).rejects.toMatchObject({ status: 502 })
  await expect(add('save3', 'save')).resolves.toBeDefined()
})

test('an answer can be lost after the call was done', async () => {
  await cloud.faults.add({ function: 'database', loseAnswer: true })
  await expect(add('lost')).rejects.toMatchObject({ status: 0 })
  expect(await exists('lost')).toBe(true)
})

test('latency is added to every database call', async () => {
  await cloud.faults.latency(150)
  const since = performance.now()
  await add('slow')
  expect(performance.now() - since).toBeGreaterThan(150)
})

test('calls are counted by function and action, with the database calls of each', async () => {
  await add('a', 'save')
  await add('b', 'save')
  await add('c')
  const { calls, requests, instances, rss } = await cloud.stats.read()
  expect(calls['database.save']).toMatchObject({ count: 2, failed: 0, databaseCalls: 2, spread: { 1: 2 } })
  expect(calls['database']).toMatchObject({ count: 1 })
  expect(requests['database.insertDocument']).toBe(3)
  expect(instances['database']?.all).toBeGreaterThan(0)
  expect(rss).toBeGreaterThan(0)
})
