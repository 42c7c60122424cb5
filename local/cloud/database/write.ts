import { randomBytes } from 'node:crypto'
import { matching } from './candidates'
import { deleteRow, idOf, insertRow, rowOf, updateRow } from './rows'
import { place } from './place'
import type { Catalog, Collection } from './catalog'
import type { Connection } from './connection'
import type { Doc, Filter } from './database'
import type { Row } from './rows'
import type { Transactions } from './transactions'

/** What every operation works on. */
export interface Engine {
  connection: Connection
  catalog: Catalog
  transactions: Transactions
  now: () => number
}

/**
 * Gives the matching documents to the work once no transaction holds any of them.
 * The work runs in the same turn as the reading, so that both are one step to everybody else.
 */
export async function whenFree<T>(
  engine: Engine,
  collection: Collection,
  filter: Filter,
  limit: number,
  work: (found: Doc[]) => T | Promise<T>,
): Promise<T> {
  for (;;) {
    const found = matching(engine.connection, collection, { filter, limit })
    const held = engine.transactions.held(found.map(document => place(collection, idOf(document._id))))
    if (!held) return work(found)
    await held
  }
}

/** Outside transactions; the write answers the id of what it changed. Several are one commit, and what was done before a failure stays, as on MongoDB. */
export function writeAll<T>(
  engine: Engine,
  collection: Collection,
  items: T[],
  write: (item: T) => Buffer | undefined,
): void {
  const places: string[] = []
  const writeOne = (item: T) => {
    const id = write(item)
    if (id) places.push(place(collection, id))
  }
  try {
    if (items.length === 1) items.forEach(writeOne)
    else if (items.length > 1) engine.connection.together(() => items.forEach(writeOne))
  } finally {
    engine.transactions.wrote(places)
  }
}

export function insertOne({ connection, catalog }: Engine, collection: Collection, document: Doc): Buffer {
  return written(rowOf(catalog, collection, document), row => insertRow(connection, collection, row))
}

export function updateOne({ connection, catalog }: Engine, collection: Collection, document: Doc): Buffer {
  return written(rowOf(catalog, collection, document), row => updateRow(connection, collection, row))
}

export function removeOne({ connection }: Engine, collection: Collection, id: Buffer): Buffer {
  deleteRow(connection, collection, id)
  return id
}

export function newId(): string {
  return randomBytes(16).toString('hex')
}

function written(row: Row, write: (row: Row) => void): Buffer {
  write(row)
  return row.id
}
