import { Long } from 'bson'
import { failure, ids, temporaryDatabase } from './temporary-database'

const byA = { name: 'a', fields: ['a'] }
const uniqueA = { name: 'only_a', fields: ['a'], unique: true }

test('an index added after its array values exist finds their items', async () => {
  const { db, reopen } = await temporaryDatabase([
    { _id: 1, a: [1, 2] },
    { _id: 2, a: 3 },
  ])
  await db.createIndex('things', byA)
  expect(await ids(db, { a: 2 })).toEqual([1])
  expect(await ids(reopen(), { a: { $in: [2, 3] } })).toEqual([1, 2])
})

test('an index on arrays finds their items after reopening', async () => {
  const { db, reopen } = await temporaryDatabase([], [byA])
  await db.insert('things', [{ _id: 1, a: 0 }])
  await db.modify('things', { filter: { _id: 1 }, data: { $set: { a: ['x', 'y'] } } })
  expect(await ids(reopen(), { a: 'y' })).toEqual([1])
})

test('a field below an array is found by item', async () => {
  const { db, reopen } = await temporaryDatabase(
    [{ _id: 1, a: [{ b: 1 }, { b: 2 }] }],
    [{ name: 'ab', fields: ['a.b'] }],
  )
  expect(await ids(db, { 'a.b': 2 })).toEqual([1])
  expect(await ids(reopen(), { 'a.b': 2 })).toEqual([1])
})

test('1, true and "1" are three values under a unique index', async () => {
  const { db } = await temporaryDatabase([{ a: 1 }, { a: true }, { a: '1' }, { a: new Date(1) }], [uniqueA])
  expect(await db.count('things', {})).toBe(4)
  expect((await failure(db.insert('things', [{ a: 1.0 }]))).message).toContain('E11000')
})

test('under a unique index a missing field counts as null', async () => {
  const { db } = await temporaryDatabase([{ a: null }], [uniqueA])
  expect((await failure(db.insert('things', [{ b: 1 }]))).message).toContain('dup key: { a: null }')
})

test('whole numbers beyond 2^53 are kept and told apart by a unique index', async () => {
  const [one, two] = [Long.fromString('9007199254740993'), Long.fromString('9007199254740992')]
  const { db, reopen } = await temporaryDatabase(
    [
      { _id: 1, a: one },
      { _id: 2, a: two },
    ],
    [uniqueA],
  )
  expect((await failure(db.insert('things', [{ a: one }]))).message).toContain('{ a: 9007199254740993 }')
  const [found] = await reopen().find('things', { filter: { a: one } })
  expect(String(found?.a)).toBe('9007199254740993')
})

test('a duplicate is reported in MongoDB’s words', async () => {
  const { db } = await temporaryDatabase(
    [{ _id: 'x', a: 'x', b: 1 }],
    [{ name: 'a_b', fields: ['a', 'b'], unique: true }],
  )
  expect(await failure(db.insert('things', [{ _id: 'y', a: 'x', b: 1 }]))).toEqual({
    code: 'DATABASE_REQUEST_FAILED',
    message:
      '[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: things ' +
      'index: a_b dup key: { a: "x", b: 1 }}]}, {<nil>}]',
  })
})

test('a duplicate _id is reported before any other index', async () => {
  const { db } = await temporaryDatabase([{ _id: 'x', a: 1 }], [uniqueA])
  expect((await failure(db.insert('things', [{ _id: 'x', a: 1 }]))).message).toContain(
    'index: _id_ dup key: { _id: "x" }',
  )
})

test('a unique index over duplicates is refused and leaves no trace', async () => {
  const { db } = await temporaryDatabase([
    { _id: 1, a: 1 },
    { _id: 2, a: 1 },
  ])
  expect((await failure(db.createIndex('things', uniqueA))).message).toContain(
    'index: only_a dup key: { a: 1 }',
  )
  expect(db.indexes('things')).toEqual([])
  await db.remove('things', { _id: 2 }, false)
  await db.createIndex('things', uniqueA)
  expect(db.indexes('things')).toEqual([uniqueA])
})

test('an array in a unique index is refused by name', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }], [uniqueA])
  expect((await failure(db.insert('things', [{ a: [1] }]))).message).toContain('unsupported array in a')
})

test('declaring the same index again does nothing, another under its name is refused', async () => {
  const { db, reopen } = await temporaryDatabase([], [byA])
  await db.createIndex('things', byA)
  expect((await failure(db.createIndex('things', { ...byA, fields: ['b'] }))).message).toContain(
    'already exists',
  )
  expect(reopen().indexes('things')).toEqual([byA])
})

test('a reopened database still refuses duplicates and keeps insertion order', async () => {
  const { reopen } = await temporaryDatabase(
    [
      { _id: 'b', a: 2 },
      { _id: 'a', a: 1 },
    ],
    [uniqueA],
  )
  const db = reopen()
  await db.insert('things', [{ _id: '0', a: 3 }])
  expect(await ids(db, {})).toEqual(['b', 'a', '0'])
  expect((await failure(db.insert('things', [{ a: 2 }]))).message).toContain('index: only_a')
})
