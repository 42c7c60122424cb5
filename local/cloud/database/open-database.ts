import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { aggregate } from './aggregate'
import { Catalog } from './catalog'
import { Connection } from './connection'
import { count } from './count'
import { find, findInside } from './find'
import { createIndex } from './indexes'
import { insert } from './insert'
import { modify, modifyAndReturn } from './modify'
import { remove } from './remove'
import { Transactions } from './transactions'
import type { Database } from './database'
import type { Engine } from './write'

/** Opens or makes the database in a file. `now` dates `$currentDate` and `$$NOW`. */
export function openDatabase({ file, now = Date.now }: { file: string; now?: () => number }): Database {
  mkdirSync(dirname(file), { recursive: true })
  const connection = new Connection(file)
  const catalog = new Catalog(connection)
  const transactions = new Transactions(file, connection, catalog)
  const engine: Engine = { connection, catalog, transactions, now }
  return {
    createCollection: async name => catalog.create(name),
    collections: () => catalog.names(),
    createIndex: async (collection, index) => createIndex(connection, catalog, collection, index),
    indexes: collection => [...catalog.get(collection).declared],
    insert: (collection, documents, transaction) => insert(engine, collection, documents, transaction),
    find: async (collection, query, transaction) =>
      transaction === undefined
        ? find(connection, catalog.get(collection), query)
        : findInside(transactions, transaction, catalog.get(collection), query),
    count: async (collection, filter, transaction) =>
      transaction === undefined
        ? count(connection, catalog.get(collection), filter)
        : findInside(transactions, transaction, catalog.get(collection), { filter }).length,
    modify: (collection, change, transaction) => modify(engine, collection, change, transaction),
    modifyAndReturn: (collection, filter, update) => modifyAndReturn(engine, collection, filter, update),
    remove: (collection, filter, multi, transaction) =>
      remove(engine, collection, filter, multi, transaction),
    aggregate: async (collection, stages) => aggregate(engine, collection, stages),
    begin: async () => transactions.begin(),
    commit: async transaction => transactions.commit(transaction),
    abort: async transaction => transactions.abort(transaction),
    close() {
      transactions.close()
      connection.close()
    },
  }
}
