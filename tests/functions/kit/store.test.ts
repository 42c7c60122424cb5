import { duplicateKey, writeConflict } from '../../../cloudfunctions/_kit/store-errors'
import type { Filter } from '../../../cloudfunctions/_kit/store'
import { Store } from '../../../cloudfunctions/_kit/store'
import { freePlace } from '../../../cloudfunctions/_kit/places/place'
import type { Place } from '../../../typings/documents'
import type { TestCloud } from '../../support/cloud'
import { startTestCloud } from '../../support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ functions: '/nonexistent' })
  Object.assign(process.env, cloud.sdk(), { TCB_ENV: 'local' })
})
afterAll(() => cloud.stop())

const place = (no: number): Place =>
  freePlace({ pool: 'se_1', refId: 'ac_1', segments: [], maxNo: 9, startAt: 1, endAt: 2 }, no)

test('an undefined condition is refused, wherever it stands, and nothing is asked or changed', async () => {
  const store = new Store()
  const holes = [
    { holder: undefined },
    { pool: 'se_1', holder: undefined },
    { nth: { $gte: undefined } },
    { $or: [{ pool: 'se_1' }, { holder: undefined }] },
    { _id: { $in: ['a', undefined] } },
  ] as Filter<Place>[]
  for (const where of holes) {
    await expect(store.find('places', { where, limit: 1 })).rejects.toThrow('is undefined')
    await expect(store.change('places', where, { headcount: 2 })).rejects.toThrow('is undefined')
    await expect(store.takeOne('places', where, { headcount: 2 })).rejects.toThrow('is undefined')
  }
  await expect(store.change('places', { _id: 'x' }, { headcount: undefined })).rejects.toThrow('is undefined')
  await expect(store.aggregate('places', [{ $match: { holder: undefined } }], 1)).rejects.toThrow(
    'is undefined',
  )
  expect(store.calls).toBe(0)
})

test('a duplicate is an answer of insert, and the documents before it stay', async () => {
  const store = new Store()
  expect(await store.insert('places', place(3))).toBe(true)
  expect(await store.insert('places', place(3))).toBe(false)
  expect(await store.insertAll('places', [place(1), place(2), place(3), place(4)])).toBe(false)
  const found = await store.find('places', { where: { pool: 'se_1' }, orderBy: { no: 1 }, limit: 9 })
  expect(found.map(({ no }) => no)).toEqual([1, 2, 3])
  expect(store.calls).toBe(4)
})

test('taking one changes one of many and answers it; a duplicate key rejects and is recognised', async () => {
  const store = new Store()
  const mine = { holder: 'p_a', nth: 0, rid: 'r', capKey: 'p_a|d', capNth: 0 }
  const free: Filter<Place> = { pool: 'se_1', holder: '' }
  expect(await store.takeOne('places', free, mine)).toMatchObject(mine)
  const error = await store.takeOne('places', free, mine).catch((reason: unknown) => reason)
  expect(duplicateKey(error)).toBe(true)
  expect(await store.takeOne('places', { pool: 'nothing' }, mine)).toBeUndefined()
  expect(await store.find('places', { where: { holder: 'p_a' }, limit: 9 })).toHaveLength(1)
})

test('an object is written whole, also where null stood', async () => {
  const store = new Store()
  await store.insert('places', place(8))
  const answers = { kid: 'k', iv: 'i', ct: 'c', tag: 't' }
  expect(await store.takeOne('places', { _id: 'se_1/8' }, { answers })).toMatchObject({ answers })
  expect(await store.takeOne('places', { _id: 'se_1/8' }, { answers: null })).toMatchObject({ answers: null })
})

test('a change names what it found, and says whether there was one', async () => {
  const store = new Store()
  expect(await store.change('places', { _id: 'se_1/1', rid: 'another' }, { headcount: 9 })).toBe(false)
  expect(await store.change('places', { _id: 'se_1/2' }, { headcount: 9 })).toBe(true)
})

test('the ways in which the cloud says duplicate and conflict are told apart', () => {
  const duplicates = [
    {
      code: 'DATABASE_REQUEST_FAILED',
      message: 'multiple write errors: [{write errors: [{E11000 duplicate key error',
    },
    { code: 'DATABASE_DUPLICATE_WRITE', message: '' },
    { errCode: -502001, errMsg: 'E11000 … index: pool_holder_nth' },
    { errCode: -501001, errMsg: 'E11000 duplicate key error' },
  ]
  const conflicts = [
    { errCode: -501001, errMsg: '[ResourceUnavailable.TransactionConflict] Transaction is conflict' },
    { code: 'DATABASE_TRANSACTION_CONFLICT', message: 'WriteConflict' },
  ]
  for (const error of duplicates) expect([duplicateKey(error), writeConflict(error)]).toEqual([true, false])
  for (const error of conflicts) expect([duplicateKey(error), writeConflict(error)]).toEqual([false, true])
  for (const error of [undefined, null, 'text', new Error('network'), {}])
    expect([duplicateKey(error), writeConflict(error)]).toEqual([false, false])
})
