import { failure, temporaryDatabase } from './temporary-database'

const things = Array.from({ length: 30 }, (_, i) => ({ _id: i, kind: i % 3, n: i }))

test('an aggregate without a limit gives 20 documents, with one what it says', async () => {
  const { db } = await temporaryDatabase(things)
  expect(await db.aggregate('things', [])).toHaveLength(20)
  expect(await db.aggregate('things', [{ $limit: 25 }])).toHaveLength(25)
  expect(await db.aggregate('things', [{ $group: { _id: '$n' } }, { $limit: 1000 }])).toHaveLength(30)
})

test.each([{ $limit: 0 }, { $limit: -1 }, { $limit: '5' }, { $skip: -1 }])('%j is refused', async stage => {
  const { db } = await temporaryDatabase(things)
  expect((await failure(db.aggregate('things', [stage]))).message).toMatch(/must be positive|non-negative/)
})

test('stages are applied in order', async () => {
  const { db } = await temporaryDatabase(things, [{ name: 'kind', fields: ['kind'] }])
  const byKind = [
    { $match: { n: { $gte: 3 } } },
    { $group: { _id: '$kind', sum: { $sum: '$n' } } },
    { $sort: { _id: -1 } },
  ]
  expect(await db.aggregate('things', byKind)).toEqual([
    { _id: 2, sum: 153 },
    { _id: 1, sum: 144 },
    { _id: 0, sum: 135 },
  ])
  const page = [
    { $match: { kind: 1 } },
    { $sort: { n: -1 } },
    { $skip: 1 },
    { $limit: 2 },
    { $project: { n: 1, _id: 0 } },
  ]
  expect(await db.aggregate('things', page)).toEqual([{ n: 25 }, { n: 22 }])
  expect(await db.aggregate('things', [{ $limit: 5 }, { $match: { kind: 0 } }, { $count: 'n' }])).toEqual([
    { n: 2 },
  ])
})

test('$lookup joins another collection', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, of: 'x' }])
  await db.createCollection('others')
  await db.insert('others', [{ _id: 'x', name: 'X' }])
  const join = { $lookup: { from: 'others', localField: 'of', foreignField: '_id', as: 'found' } }
  expect(await db.aggregate('things', [join])).toEqual([
    { _id: 1, of: 'x', found: [{ _id: 'x', name: 'X' }] },
  ])
})

test('$$NOW is the database’s now', async () => {
  const { db } = await temporaryDatabase([{ _id: 1 }])
  expect(await db.aggregate('things', [{ $project: { at: '$$NOW' } }])).toEqual([
    { _id: 1, at: new Date(Date.UTC(2026, 8, 16)) },
  ])
})

test.each([
  ['$lookup.pipeline', { $lookup: { from: 'things', pipeline: [], as: 'x' } }],
  ['$geoNear', { $geoNear: {} }],
  ['$out', { $out: 'x' }],
  ['$merge', { $merge: 'x' }],
  ['$facet', { $facet: {} }],
])('%s is refused by name', async (name, stage) => {
  const { db } = await temporaryDatabase()
  expect((await failure(db.aggregate('things', [stage]))).message).toContain(
    `unsupported aggregate stage ${name}`,
  )
})

test('unknown operators in a pipeline are refused', async () => {
  const { db } = await temporaryDatabase(things)
  expect((await failure(db.aggregate('things', [{ $match: { a: { $near: 1 } } }]))).message).toContain(
    'unsupported operator $near',
  )
  expect((await failure(db.aggregate('things', [{ $project: { a: { $shuffle: 1 } } }]))).message).toContain(
    '$shuffle',
  )
  expect(
    (await failure(db.aggregate('things', [{ $project: { a: { $week: new Date() } } }]))).message,
  ).toContain('$week')
})
