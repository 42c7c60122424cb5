import { applyUpdate } from './apply-update'
import { encode } from './codec'
import { equal } from './compare'
import { writeRefused } from './failure'
import { place } from './place'
import { matcher } from './query'
import { idOf } from './rows'
import { onlyId } from './transactions'
import { insertOne, updateOne, whenFree, writeAll } from './write'
import { upserted } from './upsert'
import type { Collection } from './catalog'
import type { Doc, Filter, Modified, Modify } from './database'
import type { Engine } from './write'

export async function modify(
  engine: Engine,
  name: string,
  change: Modify,
  transaction?: string,
): Promise<Modified> {
  const collection = engine.catalog.get(name)
  if (transaction !== undefined) return modifyInside(engine, collection, change, transaction)
  return whenFree(engine, collection, change.filter, change.multi ? Infinity : 1, found => {
    if (found.length > 0 || !change.upsert) return { updated: updateAll(engine, collection, found, change) }
    const made = upserted(change, engine.now())
    const held = engine.transactions.held([place(collection, idOf(made._id))])
    // a transaction is about to make this very document: it is to be found, not made
    if (held) return held.then(() => modify(engine, name, change))
    writeAll(engine, collection, [made], document => insertOne(engine, collection, document))
    return { updated: 0, upsertedId: made._id }
  })
}

export async function modifyAndReturn(
  engine: Engine,
  name: string,
  filter: Filter,
  data: Doc,
): Promise<Doc | undefined> {
  const collection = engine.catalog.get(name)
  return whenFree(engine, collection, filter, 1, ([document]) => {
    if (!document) return undefined
    const next = changed(engine, document, { filter, data })
    if (next) writeAll(engine, collection, [next], one => updateOne(engine, collection, one))
    return next ?? document
  })
}

function updateAll(engine: Engine, collection: Collection, found: Doc[], change: Modify): number {
  let updated = 0
  writeAll(engine, collection, found, document => {
    const next = changed(engine, document, change)
    if (!next) return undefined
    const id = updateOne(engine, collection, next)
    updated++
    return id
  })
  return updated
}

function modifyInside(engine: Engine, collection: Collection, change: Modify, transaction: string): Modified {
  const current = engine.transactions.read(transaction, collection, onlyId(change.filter))
  if (current && matcher(change.filter)(current)) {
    const next = changed(engine, current, change)
    if (next) engine.transactions.put(transaction, collection, next)
    return { updated: next ? 1 : 0 }
  }
  if (!change.upsert) return { updated: 0 }
  const made = upserted(change, engine.now())
  engine.transactions.insert(transaction, collection, made)
  return { updated: 0, upsertedId: made._id }
}

/** Undefined when the change leaves the document as it is. */
function changed(engine: Engine, document: Doc, { data, replace }: Modify): Doc | undefined {
  const next = replace ? { _id: document._id, ...data } : applyUpdate(document, data, { now: engine.now() })
  if (!equal(next._id, document._id))
    throw writeRefused(
      "After applying the update, the (immutable) field '_id' was found to have been altered",
    )
  return encode(next) === encode(document) ? undefined : next
}
