import fc from 'fast-check'
import type { Doc, IndexDeclaration } from '../../../local/cloud/database/database'
import { documents, filter, single, sort, value } from './arbitrary'
import { temporaryDatabase } from './temporary-database'

const indexes: IndexDeclaration[] = [
  { name: 'a', fields: ['a'] },
  { name: 'a_b_c', fields: ['a', '-b', 'c'] },
  { name: 'b_c', fields: ['b', 'c'] },
  { name: 'deep', fields: ['a.e', 'b.f'] },
  { name: 'c', fields: ['-c'] },
]

async function compareOver(field: fc.Arbitrary<unknown>, runs: number) {
  const asked = fc.array(
    fc.record({ filter, sort, skip: fc.nat(3), limit: fc.integer({ min: 1, max: 12 }) }),
    {
      minLength: 5,
      maxLength: 15,
    },
  )
  await fc.assert(
    fc.asyncProperty(documents(field), fc.nat(25), asked, async (all, before, questions) => {
      const { db, reopen } = await temporaryDatabase()
      await db.createCollection('plain')
      if (all.length > 0) await db.insert('plain', all)
      // some documents exist before the indexes do
      if (before > 0 && all.length > 0) await db.insert('things', all.slice(0, before))
      for (const index of indexes) await db.createIndex('things', index)
      if (all.length > before) await db.insert('things', all.slice(before))
      for (const open of [() => db, reopen]) {
        const database = open()
        for (const { filter: asking, sort: order, ...page } of questions) {
          const total = { ...order, _id: 1 } as const
          const expected = await database.find('plain', { filter: asking, sort: total, ...page })
          expect(await database.find('things', { filter: asking, sort: total, ...page })).toEqual(expected)
          const count = await database.count('plain', asking)
          expect(await database.count('things', asking)).toBe(count)
          const some = await database.find('things', { filter: asking, ...page })
          expect(new Set(some.map(one => one._id)).size).toBe(
            Math.max(0, Math.min(page.limit, count - page.skip)),
          )
          expect(
            await database.count('plain', { $and: [asking, { _id: { $in: some.map(one => one._id) } }] }),
          ).toBe(some.length)
          const bySort = await database.find('things', { filter: asking, sort: order, ...page })
          const plainly = await database.find('plain', { filter: asking, sort: order, ...page })
          expect(keysOf(bySort, order)).toEqual(keysOf(plainly, order))
        }
      }
    }),
    { numRuns: runs },
  )
}

function keysOf(found: Doc[], order: Record<string, unknown>): unknown[] {
  // a missing field sorts as null does
  return found.map(document =>
    Object.keys(order).map(path => (path.includes('.') ? 0 : (document[path] ?? null))),
  )
}

test('a find with indexes gives what a plain scan gives, for any documents and filters', async () => {
  await compareOver(value, 25)
}, 60_000)

test('a find with indexes gives what a plain scan gives where no field holds an array', async () => {
  await compareOver(single, 25)
}, 60_000)
