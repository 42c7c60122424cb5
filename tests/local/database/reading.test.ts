import { ObjectId } from 'bson'
import { failure, ids, temporaryDatabase } from './temporary-database'

const days = [-1, 0, 999_999_999_999, 1_000_000_000_000, 1_789_000_000_000]
const dated = days.map((ms, i) => ({ _id: `d${i}`, at: new Date(ms) }))

test.each([
  ['without an index', []],
  ['with an index', [{ name: 'at', fields: ['at'] }]],
])('a date range finds dates before 2001 and before 1970 %s', async (_, indexes) => {
  const { db } = await temporaryDatabase(dated, indexes)
  expect(await ids(db, { at: { $gte: new Date(0) } })).toEqual(['d1', 'd2', 'd3', 'd4'])
  expect(await ids(db, { at: { $lt: new Date(1_000_000_000_000) } })).toEqual(['d0', 'd1', 'd2'])
})

test('without a limit a find gives 100 documents, and never more than 1000', async () => {
  const { db } = await temporaryDatabase(Array.from({ length: 1100 }, (_, i) => ({ _id: i })))
  expect(await ids(db, {})).toHaveLength(100)
  expect(await ids(db, {}, { limit: 5000 })).toHaveLength(1000)
  expect(await ids(db, {}, { limit: 3, skip: 1098 })).toEqual([1098, 1099])
  expect((await failure(db.find('things', { filter: {}, skip: -1 }))).code).toBe('DATABASE_REQUEST_FAILED')
})

test('a count tests what the index does not say', async () => {
  const { db } = await temporaryDatabase(
    [{ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 2 }],
    [{ name: 'a', fields: ['a'] }],
  )
  expect(await db.count('things', { a: { $in: [1, 2] } })).toBe(3)
  expect(await db.count('things', { a: { $in: [1, 2], $gt: 1 } })).toBe(2)
  expect(await db.count('things', { a: { $in: [1, 2] }, b: 1 })).toBe(2)
  expect(await db.count('things', { a: { $in: [] } })).toBe(0)
})

test('documents come in the order they were inserted when no order is asked for', async () => {
  const { db } = await temporaryDatabase([{ _id: 'c' }, { _id: 'a' }, { _id: 'b' }])
  expect(await ids(db, {})).toEqual(['c', 'a', 'b'])
  expect(await ids(db, {}, { sort: { _id: -1 } })).toEqual(['c', 'b', 'a'])
})

test('an order across types is that of MongoDB', async () => {
  const values = [new Date(0), true, new ObjectId(), [], { a: 1 }, 'x', 5, null]
  const { db } = await temporaryDatabase(values.map((v, i) => ({ _id: i, v })))
  expect(await ids(db, {}, { sort: { v: 1 } })).toEqual([3, 7, 6, 5, 4, 2, 1, 0])
})

test('an array sorts by its smallest item upwards and by its greatest downwards', async () => {
  const { db } = await temporaryDatabase([
    { _id: 'wide', v: [1, 9] },
    { _id: 'middle', v: 5 },
  ])
  expect(await ids(db, {}, { sort: { v: 1 } })).toEqual(['wide', 'middle'])
  expect(await ids(db, {}, { sort: { v: -1 } })).toEqual(['wide', 'middle'])
})

test('a projection keeps or drops fields', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1, b: { c: 2, d: 3 } }])
  expect(await db.find('things', { filter: {}, projection: { 'b.c': 1 } })).toEqual([{ _id: 1, b: { c: 2 } }])
  expect(await db.find('things', { filter: {}, projection: { b: 0, _id: 0 } })).toEqual([{ a: 1 }])
})

test('every operation on a missing collection says so with the cloud’s code', async () => {
  const { db } = await temporaryDatabase()
  const calls = [
    db.find('none', { filter: {} }),
    db.count('none', {}),
    db.insert('none', [{}]),
    db.modify('none', { filter: {}, data: {} }),
    db.modifyAndReturn('none', {}, {}),
    db.remove('none', {}, true),
    db.aggregate('none', []),
  ]
  for (const call of calls) {
    const { code, message } = await failure(call)
    expect(code).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect(message).toContain('Db or Table not exist')
  }
})

test('a collection is made once', async () => {
  const { db } = await temporaryDatabase()
  expect((await failure(db.createCollection('things'))).code).toBe('DATABASE_COLLECTION_ALREADY_EXIST')
  expect(db.collections()).toEqual(['things'])
})

test('dates, object ids, patterns and special numbers come back as they were stored', async () => {
  const stored = {
    _id: new ObjectId(),
    at: new Date(5),
    like: /a\/b/gi,
    list: [NaN, Infinity, null, { x: new Date(1) }],
  }
  const { db } = await temporaryDatabase([stored])
  expect(await db.find('things', { filter: { _id: stored._id } })).toEqual([stored])
})
