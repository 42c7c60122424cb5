import { startTestCloud, type TestCloud } from '../../support/cloud'
import { testFunctions, type Outcome } from './test-functions'

let cloud: TestCloud
let made = 0

beforeAll(async () => {
  cloud = await startTestCloud({ functions: testFunctions })
})
afterAll(() => cloud.stop())

/** One step in the function `database`, through wx-server-sdk. */
function run<T = unknown>(step: string, input: object = {}) {
  return cloud.call<Outcome<T>>('database', 'oTester', { step, ...input })
}

/** A new collection with `n` documents `d1`, `d2` …, whose `n` counts up from 1. */
async function collection(n = 0): Promise<string> {
  const name = `documents_${++made}`
  await run('createCollection', { name })
  for (let i = 1; i <= n; i++) await run('add', { name, data: { _id: `d${i}`, n: i } })
  return name
}

async function read(name: string, id: string) {
  return (await run<{ data: Record<string, unknown> }>('get', { name, id })).data?.data
}

test('a collection that was not made answers -502005', async () => {
  const { errCode, errMsg } = await run('missingCollection')
  expect(errCode).toBe(-502005)
  expect(errMsg).toContain('Db or Table not exist')
})

test('a write does not make a collection', async () => {
  expect((await run('add', { name: 'never_made', data: {} })).errCode).toBe(-502005)
})

test('making a collection twice says that it is there', async () => {
  const name = await collection()
  expect((await run('createCollection', { name })).errMsg).toContain('Table exist')
})

test('every kind of value comes back as it was written', async () => {
  const name = await collection()
  await run('addRich', { name })
  const { now } = await cloud.clock.read()
  const document = await read(name, 'rich')
  expect(document).toMatchObject({
    int: 1,
    long: 12345678901,
    double: 1.5,
    date: '2023-11-14T22:13:20.000Z',
    nothing: null,
    list: ['a', { b: 1 }],
    point: { type: 'Point', coordinates: [113, 23] },
    pattern: { pattern: '^A', options: 'i' },
  })
  const ahead = Date.parse(String(document?.['server'])) - now
  expect(Math.abs(ahead - 1000)).toBeLessThan(5000)
})

test('a document added without an id gets one', async () => {
  const name = await collection()
  const { data } = await run<{ _id: string }>('add', { name, data: { n: 1 } })
  expect(data?._id).toMatch(/^[0-9a-f]{32}$/)
})

test('many documents are added at once', async () => {
  const name = await collection()
  await run('add', { name, data: [{ n: 1 }, { n: 2 }] })
  expect(await run('count', { name })).toMatchObject({ data: { total: 1 } })
})

test('a second document with the same id answers -502001 and names the index', async () => {
  const name = await collection(1)
  const { errCode, errMsg } = await run('add', { name, data: { _id: 'd1' } })
  expect(errCode).toBe(-502001)
  expect(errMsg).toMatch(/E11000 duplicate key error .*index: _id_/)
})

test('a document that is not there cannot be got', async () => {
  const name = await collection()
  expect((await run('get', { name, id: 'nobody' })).errMsg).toContain('does not exist')
})

test('a list is sorted, cut and projected', async () => {
  const name = await collection(5)
  const { data } = await run<{ data: unknown }>('list', { name, limit: 2 })
  expect(data?.data).toEqual([
    { _id: 'd4', n: 4 },
    { _id: 'd3', n: 3 },
  ])
})

test('a list has 100 documents unless told and never more than 1000', async () => {
  const name = await collection()
  const documents = Array.from({ length: 1005 }, (_, n) => ({ n }))
  await cloud.db.collection(name).add(documents)
  expect((await run<{ data: unknown[] }>('where', { name, where: {} })).data?.data).toHaveLength(100)
  expect((await run<{ data: unknown[] }>('list', { name, limit: 5000 })).data?.data).toHaveLength(1000)
})

test('a pattern matches regardless of case when asked to', async () => {
  const name = await collection()
  await run('add', { name, data: { title: 'Swimming' } })
  expect((await run<{ data: unknown[] }>('matchPattern', { name })).data?.data).toHaveLength(1)
})

test('count counts what matches', async () => {
  expect(await run('count', { name: await collection(3) })).toMatchObject({ data: { total: 2 } })
})

test('an update applies operators to one document', async () => {
  const name = await collection()
  await run('add', { name, data: { _id: 'd1', n: 1, gone: 1, deep: { kept: 1 } } })
  expect(await run('increase', { name, id: 'd1' })).toMatchObject({ data: { stats: { updated: 1 } } })
  expect(await read(name, 'd1')).toEqual({ _id: 'd1', n: 2, deep: { kept: 1, er: 1 } })
})

test('an update of many documents counts those that changed', async () => {
  const name = await collection(3)
  expect(await run('updateMany', { name })).toMatchObject({ data: { stats: { updated: 3 } } })
  expect(await run('updateMany', { name })).toMatchObject({ data: { stats: { updated: 0 } } })
})

test('an update with multi: false takes exactly one of many', async () => {
  const name = await collection(3)
  expect(await run('updateOne', { name })).toMatchObject({ data: { stats: { updated: 1 } } })
  expect((await run<{ data: unknown[] }>('where', { name, where: { taken: true } })).data?.data).toHaveLength(
    1,
  )
})

test('set replaces a whole document, or makes it', async () => {
  const name = await collection(1)
  expect(await run('set', { name, id: 'd1', data: { m: 1 } })).toMatchObject({
    data: { stats: { updated: 1 } },
  })
  expect(await read(name, 'd1')).toEqual({ _id: 'd1', m: 1 })
  expect(await run('set', { name, id: 'new', data: { m: 2 } })).toMatchObject({
    data: { stats: { created: 1 } },
  })
  expect(await read(name, 'new')).toEqual({ _id: 'new', m: 2 })
})

test('one document and many are removed', async () => {
  const name = await collection(4)
  expect(await run('remove', { name, id: 'd1' })).toMatchObject({ data: { stats: { removed: 1 } } })
  expect(await run('removeMany', { name })).toMatchObject({ data: { stats: { removed: 3 } } })
})

test('an aggregation groups, and answers 20 documents unless told', async () => {
  const name = await collection()
  await cloud.db.collection(name).add(Array.from({ length: 25 }, (_, n) => ({ n })))
  expect((await run<{ list: unknown }>('sum', { name })).data?.list).toEqual([{ _id: null, sum: 300 }])
  expect((await run<{ list: unknown[] }>('all', { name })).data?.list).toHaveLength(20)
})
