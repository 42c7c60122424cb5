import { startTestCloud, type TestCloud } from '../../support/cloud'
import { testFunctions, type Outcome } from './test-functions'

let cloud: TestCloud
let made = 0

beforeAll(async () => {
  cloud = await startTestCloud({ functions: testFunctions })
})
afterAll(() => cloud.stop())

function run<T = unknown>(step: string, input: object = {}) {
  return cloud.call<Outcome<T>>('database', 'oTester', { step, ...input })
}

/** A new collection that holds `{ _id: 'd1', n: 1 }`. */
async function collection(): Promise<string> {
  const name = `transactions_${++made}`
  await cloud.db.createCollection(name)
  await cloud.db.collection(name).add({ _id: 'd1', n: 1 })
  return name
}

async function n(name: string): Promise<number> {
  const [document] = await cloud.find<{ n: number }>(name, { _id: 'd1' })
  return document?.n ?? NaN
}

test('a transaction writes all of it', async () => {
  const name = await collection()
  expect((await run('transact', { name, id: 'd1' })).data).toBe(2)
  expect(await n(name)).toBe(2)
  expect(await cloud.count(name, { _id: 'log-d1' })).toBe(1)
})

test('a transaction rolled back leaves nothing', async () => {
  const name = await collection()
  await run('rollBack', { name, id: 'd1' })
  expect(await n(name)).toBe(1)
})

test('a transaction keeps seeing what it saw first', async () => {
  const name = await collection()
  expect((await run('snapshot', { name, id: 'd1' })).data).toEqual([1, 1])
  expect(await n(name)).toBe(2)
})

test('a transaction whose document was changed meanwhile answers -501001 TransactionConflict', async () => {
  const name = await collection()
  const { errCode, errMsg } = await run('conflict', { name, id: 'd1' })
  expect(errCode).toBe(-501001)
  expect(errMsg).toContain('[ResourceUnavailable.TransactionConflict]')
  expect(await n(name)).toBe(2)
})

test('a transaction knows single documents only', async () => {
  const { errMsg } = await run('whereInTransaction', { name: await collection() })
  expect(errMsg).toContain('a transaction supports doc() and add() only')
})

test('a transaction may last 30 seconds', async () => {
  const name = await collection()
  await run('leaveOpen', { name, id: 'd1' })
  await new Promise(resolve => setTimeout(resolve, 30_500))
  expect((await run('commitOpen')).errMsg).toContain('TransactionNotExist')
  expect(await n(name)).toBe(1)
}, 40_000)
