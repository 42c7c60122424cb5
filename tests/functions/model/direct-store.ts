/** The local cloud's database in the test's own process, behind the functions' own store: no network, no SDK. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { manifest } from '../../../database/manifest'
import type { Store } from '../../../cloudfunctions/_kit/store'
import type { Database, Doc, Filter, Find } from '../../../local/cloud/database/database'
import { openDatabase } from '../../../local/cloud/database/open-database'

/** A database with the collections and indexes of the project, empty. */
export async function openDirectDatabase(): Promise<{ database: Database; close: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongjia-model-'))
  const database = openDatabase({ file: path.join(folder, 'database.sqlite') })
  for (const [name, { indexes }] of Object.entries(manifest)) {
    await database.createCollection(name)
    for (const index of indexes) await database.createIndex(name, index)
  }
  const close = () => {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { database, close }
}

/** What `Store` asks of the SDK, answered by the database itself. */
function collectionOf(database: Database, name: string, multi = false) {
  return {
    options: ({ multiple = false }: { multiple?: boolean }) => collectionOf(database, name, multiple),
    add: (documents: Doc[]) => database.insert(name, documents),
    where: (filter: Filter) => queryOf(database, name, { filter }, multi),
    aggregate: (stages: Doc[]) => ({
      end: async () => ({ data: await database.aggregate(name, stages) }),
    }),
  }
}

function queryOf(database: Database, name: string, query: Find, multi: boolean) {
  const { filter } = query
  const chain = (more: Partial<Find>) => queryOf(database, name, { ...query, ...more }, multi)
  return {
    limit: (limit: number) => chain({ limit }),
    orderBy: (field: string, way: 'asc' | 'desc') =>
      chain({ sort: { ...query.sort, [field]: way === 'asc' ? 1 : -1 } }),
    field: (projection: Doc) => chain({ projection }),
    get: async () => ({ data: await database.find(name, query) }),
    count: async () => ({ total: await database.count(name, filter) }),
    update: (data: Doc) => database.modify(name, { filter, data, multi }),
    updateAndReturn: async (data: Doc) => ({
      doc: await database.modifyAndReturn(name, filter, { $set: data }),
    }),
  }
}

/** Stands in for the SDK in a store, and counts its calls all the same. */
export function direct<S extends Store>(store: S, database: Database): S {
  const collection = (name: string) => {
    store.calls++
    return collectionOf(database, name)
  }
  return Object.assign(store, { collection })
}
