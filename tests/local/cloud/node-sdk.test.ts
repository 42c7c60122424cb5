import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { startTestCloud, type TestCloud } from '../../support/cloud'
import { testFunctions } from './test-functions'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ functions: testFunctions })
  await cloud.db.createCollection('tickets')
})
afterAll(() => cloud.stop())

test('updateAndReturn changes one of many and answers it as it is afterwards', async () => {
  const tickets = cloud.db.collection('tickets')
  await tickets.add([
    { _id: 't1', pool: 'a', holder: '' },
    { _id: 't2', pool: 'a', holder: '' },
  ])
  const free = tickets.where({ pool: 'a', holder: '' })
  type Answer = { updated: number; doc?: { _id: string; holder: string } | null }
  const take = async (no: number) => (await free.updateAndReturn({ holder: `h${no}` })) as Answer
  const taken = await Promise.all([1, 2, 3].map(take))
  const documents = taken.flatMap(({ doc }) => doc ?? [])
  expect(documents.map(({ _id }) => _id).sort()).toEqual(['t1', 't2'])
  expect(new Set(documents.map(({ holder }) => holder)).size).toBe(2)
  expect(taken.map(({ updated }) => updated).sort()).toEqual([0, 1, 1])
})

test('errors carry the code of the cloud', async () => {
  await expect(cloud.db.collection('nowhere').get()).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
  })
  await cloud.db.collection('tickets').add({ _id: 'once' })
  await expect(cloud.db.collection('tickets').add({ _id: 'once' })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('E11000') as string,
  })
})

test('what the gateway does not do it refuses by name', async () => {
  const refused = async (body: object) => {
    const response = await fetch(`${cloud.url}/admin?env=local`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    return (await response.json()) as object
  }
  expect(await refused({ action: 'database.watch' })).toMatchObject({
    code: 'INVALID_PARAM',
    message: 'unsupported action database.watch',
    requestId: expect.any(String) as string,
  })
  expect(
    await refused({ action: 'database.getDocument', collectionName: 'tickets', limit: 1001 }),
  ).toMatchObject({
    message: 'limit must be 1 to 1000',
  })
  expect(await refused({ action: 'database.getDocument', collectionName: { $ne: 1 } })).toMatchObject({
    message: 'collectionName must be a string',
  })
  const decimal = {
    action: 'database.insertDocument',
    collectionName: 'tickets',
    data: ['{"a":{"$numberDecimal":"1"}}'],
  }
  expect(await refused(decimal)).toMatchObject({ message: 'unsupported value type Decimal128' })
})

test('a program that is not ours needs the address and any credentials, nothing else', async () => {
  const program = `
    const db = require('@cloudbase/node-sdk').init({ env: 'any' }).database()
    db.collection('tickets').add({ _id: 'foreign', at: db.serverDate() })
      .then(() => db.collection('tickets').doc('foreign').get())
      .then(({ data }) => console.log(data[0].at instanceof Date))`
  const options = {
    env: { PATH: process.env['PATH'], ...cloud.sdk() } as unknown as NodeJS.ProcessEnv,
    cwd: __dirname,
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], options)
  expect(stdout.trim()).toBe('true')
})
