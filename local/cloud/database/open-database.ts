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
    createCollection: name => answer(() => catalog.create(name)),
    collections: () => catalog.names(),
    createIndex: (collection, index) => answer(() => createIndex(connection, catalog, collection, index)),
    indexes: collection => [...catalog.get(collection).declared],
    insert: (collection, documents, transaction) => insert(engine, collection, documents, transaction),
    find: (collection, query, transaction) =>
      answer(() =>
        transaction === undefined
          ? find(connection, catalog.get(collection), query)
          : findInside(transactions, transaction, catalog.get(collection), query),
      ),
    count: (collection, filter, transaction) =>
      answer(() =>
        transaction === undefined
          ? count(connection, catalog.get(collection), filter)
          : findInside(transactions, transaction, catalog.get(collection), { filter }).length,
      ),
    modify: (collection, change, transaction) => modify(engine, collection, change, transaction),
    modifyAndReturn: (collection, filter, update) => modifyAndReturn(engine, collection, filter, update),
    remove: (collection, filter, multi, transaction) =>
      remove(engine, collection, filter, multi, transaction),
    aggregate: (collection, stages) => answer(() => aggregate(engine, collection, stages)),
    begin: () => answer(() => transactions.begin()),
    commit: transaction => answer(() => transactions.commit(transaction)),
    abort: transaction => answer(() => transactions.abort(transaction)),
    close: () => {
      transactions.close()
      connection.close()
    },
  }
}

/** The work is done at once; its failure becomes a rejection. */
function answer<T>(work: () => T): Promise<T> {
  return new Promise(resolve => resolve(work()))
}
