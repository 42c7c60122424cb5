import Libsql from 'libsql'
import { Catalog } from '../../../local/cloud/database/catalog'
import { conditionsOf } from '../../../local/cloud/database/conditions'
import { Connection } from '../../../local/cloud/database/connection'
import { plan } from '../../../local/cloud/database/plan'
import { select } from '../../../local/cloud/database/plan-sql'
import type { Doc } from '../../../local/cloud/database/database'
import type { Sort } from '../../../local/cloud/database/sort'
import { temporaryDatabase } from './temporary-database'

const indexes = [
  { name: 'listed_endAt', fields: ['listed', 'endAt'] },
  { name: 'kind_listed_endAt', fields: ['kind', 'listed', 'endAt'] },
  { name: 'pool_holder_nth', fields: ['pool', 'holder', 'nth'], unique: true },
  { name: 'person_endedAt', fields: ['person.id', '-endedAt'] },
  { name: 'path', fields: ['path'] },
]

/** What SQLite does for a find: the index it searches, and whether it sorts afterwards. */
async function explained(filter: Doc, sort: Sort = {}) {
  const { db, file } = await temporaryDatabase([{ path: 'x' }], indexes)
  db.close()
  const connection = new Connection(file)
  const collection = new Catalog(connection).get('things')
  const chosen = plan(collection, conditionsOf(filter), sort)
  const { sql, parameters } = select(collection, chosen)
  connection.close()
  const raw = new Libsql(file)
  const steps = raw.prepare(`EXPLAIN QUERY PLAN ${sql} LIMIT 20`).all(parameters) as { detail: string }[]
  raw.close()
  const text = steps.map(step => step.detail).join('\n')
  const sorts = !chosen.ordered || /TEMP B-TREE/.test(text)
  return { index: chosen.index?.name, sorts, searches: /SEARCH/.test(text) && !/SCAN/.test(text) }
}

const from = new Date(0)
const cases: [string, Doc, Sort, string][] = [
  ['equality, range and order', { listed: true, endAt: { $gte: from } }, { endAt: 1 }, 'listed_endAt'],
  [
    'equality, range and reverse order',
    { listed: true, endAt: { $gte: from } },
    { endAt: -1 },
    'listed_endAt',
  ],
  [
    'a list in front of the order',
    { kind: { $in: ['a', 'b'] }, listed: true },
    { endAt: 1 },
    'kind_listed_endAt',
  ],
  ['conditions inside $and', { $and: [{ listed: true }, { endAt: { $lt: from } }] }, {}, 'listed_endAt'],
  ['a prefix of a compound index', { pool: 'p', holder: '' }, {}, 'pool_holder_nth'],
  ['a deep path with a descending order', { 'person.id': 'p' }, { endedAt: -1 }, 'person_endedAt'],
  ['a list within a compound prefix', { pool: 'p', holder: { $in: ['', 'x'] } }, {}, 'pool_holder_nth'],
  ['an anchored pattern', { path: /^a\/b/ }, {}, 'path'],
  ['an anchored pattern as the SDK sends it', { path: { $regex: '^a/b', $options: '' } }, {}, 'path'],
  ['an id before everything else', { _id: 'x', pool: 'p', holder: '' }, {}, '_id_'],
]

test.each(cases)('%s: searched in the index, nothing sorted', async (_, filter, sort, index) => {
  expect(await explained(filter, sort)).toEqual({ index, sorts: false, searches: true })
})

test('an order alone is read from an index, without sorting', async () => {
  expect(await explained({}, { path: -1 })).toMatchObject({ index: 'path', sorts: false })
  expect(await explained({}, { _id: 1 })).toMatchObject({ index: '_id_', sorts: false })
})

test('an order against the directions of the index is sorted afterwards', async () => {
  expect(await explained({}, { 'person.id': 1, endedAt: 1 })).toEqual({
    index: undefined,
    sorts: true,
    searches: false,
  })
})

test('what no index helps with is scanned', async () => {
  expect(await explained({ title: 'x' })).toEqual({ index: undefined, sorts: false, searches: false })
})
