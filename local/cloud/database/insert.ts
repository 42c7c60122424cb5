import { copy } from './codec'
import { idOf } from './rows'
import { place } from './place'
import { insertOne, newId, writeAll } from './write'
import type { Doc } from './database'
import type { Engine } from './write'

/** MongoDB keeps `_id` first. */
function identified(document: Doc): Doc {
  const { _id = newId(), ...fields } = document
  return copy({ _id, ...fields })
}

export async function insert(
  engine: Engine,
  name: string,
  documents: Doc[],
  transaction?: string,
): Promise<unknown[]> {
  const collection = engine.catalog.get(name)
  const identifiedDocuments = documents.map(identified)
  const ids = identifiedDocuments.map(document => document._id)
  if (transaction !== undefined) {
    for (const document of identifiedDocuments) engine.transactions.insert(transaction, collection, document)
    return ids
  }
  const places = ids.map(id => place(collection, idOf(id)))
  for (let held; (held = engine.transactions.held(places));) await held
  writeAll(engine, collection, identifiedDocuments, document => insertOne(engine, collection, document))
  return ids
}
