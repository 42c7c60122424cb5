import { failure, ids, temporaryDatabase } from './temporary-database'

const uniqueA = { name: 'only_a', fields: ['a'], unique: true }

test('an insert makes ids and answers them in order', async () => {
  const { db } = await temporaryDatabase()
  const [first, second] = await db.insert('things', [{ a: 1 }, { _id: 'mine', a: 2 }])
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(second).toBe('mine')
  expect(await db.find('things', { filter: {} })).toEqual([
    { _id: first, a: 1 },
    { _id: 'mine', a: 2 },
  ])
})

test('an insert that fails midway keeps the documents before the failure', async () => {
  const { db, reopen } = await temporaryDatabase([{ _id: 2 }])
  expect((await failure(db.insert('things', [{ _id: 1 }, { _id: 2 }, { _id: 3 }]))).message).toContain(
    'E11000',
  )
  expect(await ids(reopen(), {}, { sort: { _id: 1 } })).toEqual([1, 2])
})

test('an update of many that fails midway keeps what it had done', async () => {
  const { db, reopen } = await temporaryDatabase([
    { _id: 1, n: 1 },
    { _id: 2, n: 'x' },
    { _id: 3, n: 1 },
  ])
  const error = await failure(db.modify('things', { filter: {}, data: { $inc: { n: 1 } }, multi: true }))
  expect(error.message).toContain('non-numeric')
  expect((await reopen().find('things', { filter: {} })).map(one => one.n)).toEqual([2, 'x', 1])
})

test('a unique key taken midway stops an update of many there', async () => {
  const { db } = await temporaryDatabase(
    [
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ],
    [uniqueA],
  )
  const error = await failure(db.modify('things', { filter: {}, data: { $set: { a: 9 } }, multi: true }))
  expect(error.message).toContain('index: only_a dup key: { a: 9 }')
  expect((await db.find('things', { filter: {} })).map(one => one.a)).toEqual([9, 2])
})

test('only changed documents are counted', async () => {
  const { db } = await temporaryDatabase([
    { _id: 1, a: 1 },
    { _id: 2, a: 2 },
  ])
  expect(await db.modify('things', { filter: {}, data: { $set: { a: 2 } }, multi: true })).toEqual({
    updated: 1,
  })
  expect(await db.modify('things', { filter: { _id: 1 }, data: { a: 2 }, replace: true })).toEqual({
    updated: 0,
  })
})

test('without multi one document changes', async () => {
  const { db } = await temporaryDatabase([{ _id: 1 }, { _id: 2 }])
  expect(await db.modify('things', { filter: {}, data: { $set: { a: 1 } } })).toEqual({ updated: 1 })
  expect(await ids(db, { a: 1 })).toEqual([1])
})

test('a replacement drops the old fields and keeps the id', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }])
  await db.modify('things', { filter: { _id: 1 }, data: { b: 2 }, replace: true })
  expect(await db.find('things', { filter: {} })).toEqual([{ _id: 1, b: 2 }])
  const error = await failure(db.modify('things', { filter: { _id: 1 }, data: { _id: 3 }, replace: true }))
  expect(error.message).toContain("(immutable) field '_id'")
})

test('an upsert makes the document that the filter equates', async () => {
  const { db } = await temporaryDatabase()
  const data = { $set: { n: 1 }, $setOnInsert: { made: true } }
  const upsert = { filter: { _id: 'x', 'a.b': 5, c: { $gt: 1 }, d: { $eq: 2 } }, data, upsert: true }
  expect(await db.modify('things', upsert)).toEqual({ updated: 0, upsertedId: 'x' })
  expect(await db.find('things', { filter: {} })).toEqual([{ _id: 'x', a: { b: 5 }, d: 2, n: 1, made: true }])
  const replace = { filter: { _id: 'y' }, data: { n: 1 }, replace: true, upsert: true }
  expect(await db.modify('things', replace)).toEqual({ updated: 0, upsertedId: 'y' })
  expect(await db.modify('things', { ...replace, data: { n: 2 } })).toEqual({ updated: 1 })
  expect(await db.find('things', { filter: { _id: 'y' } })).toEqual([{ _id: 'y', n: 2 }])
})

test('a removal answers how many went', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3 }])
  expect(await db.remove('things', { a: 1 }, false)).toBe(1)
  expect(await db.remove('things', {}, true)).toBe(2)
  expect(await db.remove('things', {}, true)).toBe(0)
})

const places = { name: 'pool_holder_nth', fields: ['pool', 'holder', 'nth'], unique: true }

test('modifying one of many takes the first in the order of the index', async () => {
  const free = [4, 2, 9, 1].map(nth => ({ _id: `p/${nth}`, pool: 'p', holder: '', nth }))
  const { db } = await temporaryDatabase(free, [places])
  const take = (holder: string) =>
    db.modifyAndReturn('things', { pool: 'p', holder: '' }, { $set: { holder, nth: 0 } })
  expect(await take('ann')).toEqual({ _id: 'p/1', pool: 'p', holder: 'ann', nth: 0 })
  expect(await take('bob')).toMatchObject({ _id: 'p/2' })
  expect((await failure(take('ann'))).message).toContain(
    'index: pool_holder_nth dup key: { pool: "p", holder: "ann", nth: 0 }',
  )
  expect(await db.modifyAndReturn('things', { pool: 'none' }, { $set: { a: 1 } })).toBeUndefined()
})

test('two hundred hands at once take each place once', async () => {
  const free = Array.from({ length: 50 }, (_, nth) => ({ _id: nth, pool: 'p', holder: '', nth }))
  const { db } = await temporaryDatabase(free, [places])
  const taken = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      db.modifyAndReturn('things', { pool: 'p', holder: '' }, { $set: { holder: `h${i}`, nth: 0 } }),
    ),
  )
  const won = taken.filter(place => place !== undefined).map(place => place._id)
  expect(new Set(won).size).toBe(50)
  expect(won).toHaveLength(50)
})

test('modifyAndReturn answers the document even when nothing changed', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }])
  expect(await db.modifyAndReturn('things', { _id: 1 }, { $set: { a: 1 } })).toEqual({ _id: 1, a: 1 })
})

test('a document above 16 MB, a dollar name and an array as id are refused', async () => {
  const { db } = await temporaryDatabase()
  for (const document of [{ a: 'x'.repeat(17 * 1024 * 1024) }, { $a: 1 }, { a: [{ $b: 1 }] }, { _id: [1] }])
    expect((await failure(db.insert('things', [document]))).code).toBe('DATABASE_REQUEST_FAILED')
  expect(await db.count('things', {})).toBe(0)
})

test('what is read or given can be changed without changing what is stored', async () => {
  const given = { _id: 1, list: [1] }
  const { db } = await temporaryDatabase([given])
  given.list.push(2)
  const [read] = await db.find('things', { filter: {} })
  ;(read?.list as number[]).push(3)
  expect(await db.find('things', { filter: {} })).toEqual([{ _id: 1, list: [1] }])
})
