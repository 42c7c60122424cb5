import fc from 'fast-check'
import type { Database, Doc } from '../../../local/cloud/database/database'
import { temporaryDatabase } from './temporary-database'

/** The straightforward model: documents in a list, one plain function for each operator. */
interface Model {
  _id: number
  n?: number
  tags?: string[]
  deep?: { at?: number }
  slot?: number
}

interface Write {
  kind: 'insert' | 'modify' | 'take' | 'remove'
  id: number
  least: number
  multi: boolean
  change: Change
}

interface Change {
  update: Doc
  apply: (document: Model) => void
}

const tag = fc.constantFrom('x', 'y', 'z')
const small = fc.integer({ min: -2, max: 3 })

const change: fc.Arbitrary<Change> = fc.oneof(
  small.map(by => ({ update: { $inc: { n: by } }, apply: (one: Model) => void (one.n = (one.n ?? 0) + by) })),
  small.map(to => ({ update: { $set: { n: to } }, apply: (one: Model) => void (one.n = to) })),
  small.map(to => ({
    update: { $max: { n: to } },
    apply: (one: Model) => void (one.n = Math.max(one.n ?? to, to)),
  })),
  fc.constant({ update: { $unset: { n: '' } }, apply: (one: Model) => void delete one.n }),
  tag.map(t => ({ update: { $push: { tags: t } }, apply: (one: Model) => void (one.tags ??= []).push(t) })),
  tag.map(t => ({
    update: { $addToSet: { tags: t } },
    apply: (one: Model) => void ((one.tags ??= []).includes(t) || one.tags.push(t)),
  })),
  tag.map(t => ({
    update: { $pull: { tags: t } },
    apply: (one: Model) => void (one.tags &&= one.tags.filter(known => known !== t)),
  })),
  small.map(to => ({
    update: { $set: { 'deep.at': to } },
    apply: (one: Model) => void ((one.deep ??= {}).at = to),
  })),
  small.map(to => ({ update: { $set: { slot: to } }, apply: (one: Model) => void (one.slot = to) })),
)

const write: fc.Arbitrary<Write> = fc.record({
  kind: fc.constantFrom('insert', 'modify', 'modify', 'modify', 'take', 'remove'),
  id: fc.integer({ min: 0, max: 7 }),
  least: small,
  multi: fc.boolean(),
  change,
})

class Duplicate extends Error {}

/** Slots are unique, a missing one counting as null; every document begins with a slot of its own. */
class Documents {
  all: Model[] = []

  put(next: Model, at: number) {
    const rival = this.all.some(
      (one, i) => i !== at && (one._id === next._id || (one.slot ?? null) === (next.slot ?? null)),
    )
    if (rival) throw new Duplicate()
    this.all[at] = next
  }

  run({ kind, id, least, multi, change: { apply } }: Write): unknown {
    if (kind === 'insert') {
      this.put({ _id: id, slot: 100 + id }, this.all.length)
      return [id]
    }
    if (kind === 'take')
      return this.modify(
        this.all.filter(one => one._id === id),
        apply,
      ).found[0]
    const hits = this.all.filter(one => one.n !== undefined && one.n >= least)
    const chosen = multi ? hits : hits.filter(one => one._id === id)
    if (kind === 'modify') return { updated: this.modify(chosen, apply).updated }
    this.all = this.all.filter(one => !chosen.includes(one))
    return chosen.length
  }

  private modify(chosen: Model[], apply: (document: Model) => void) {
    let updated = 0
    const found: Model[] = []
    for (const one of chosen) {
      const next = structuredClone(one)
      apply(next)
      if (JSON.stringify(next) !== JSON.stringify(one)) updated++
      this.put(next, this.all.indexOf(one))
      found.push(next)
    }
    return { updated, found }
  }
}

async function run(db: Database, { kind, id, least, multi, change: { update } }: Write): Promise<unknown> {
  const filter = { n: { $gte: least }, ...(!multi && { _id: id }) }
  if (kind === 'insert') return db.insert('things', [{ _id: id, slot: 100 + id }])
  if (kind === 'take') return db.modifyAndReturn('things', { _id: id }, update)
  if (kind === 'modify') return db.modify('things', { filter, data: update, multi })
  return db.remove('things', filter, multi)
}

test('random writes leave what a straightforward model has, whatever fails in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 10, maxLength: 60 }), async writes => {
      const { db, reopen } = await temporaryDatabase([], [{ name: 'slot', fields: ['slot'], unique: true }])
      const model = new Documents()
      for (const one of writes) {
        const expected = outcome(() => model.run(one))
        const got = await run(db, one).catch((error: Error) => /E11000/.exec(error.message)?.[0] ?? error)
        expect(got).toEqual(expected)
      }
      const byId = [...model.all].sort((a, b) => a._id - b._id)
      expect(await reopen().find('things', { filter: {}, sort: { _id: 1 } })).toEqual(byId)
    }),
    { numRuns: 60 },
  )
}, 60_000)

function outcome(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    if (error instanceof Duplicate) return 'E11000'
    throw error
  }
}
