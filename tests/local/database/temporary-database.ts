import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database, Doc, IndexDeclaration } from '../../../local/cloud/database/database'
import { openDatabase } from '../../../local/cloud/database/open-database'

export interface Temporary {
  db: Database
  file: string
  /** Closes and opens the same file, as a restart does. */
  reopen: () => Database
}

const made: Temporary[] = []

/** A database in a folder of its own with the collection `things`. */
export async function temporaryDatabase(
  documents: Doc[] = [],
  indexes: IndexDeclaration[] = [],
): Promise<Temporary> {
  const file = join(mkdtempSync(join(tmpdir(), 'database-')), 'local.db')
  const temporary: Temporary = {
    db: openDatabase({ file, now: () => Date.UTC(2026, 8, 16) }),
    file,
    reopen: () => {
      temporary.db.close()
      temporary.db = openDatabase({ file })
      return temporary.db
    },
  }
  made.push(temporary)
  await temporary.db.createCollection('things')
  for (const index of indexes) await temporary.db.createIndex('things', index)
  if (documents.length > 0) await temporary.db.insert('things', documents)
  return temporary
}

export async function ids(
  db: Database,
  filter: Doc,
  rest: Omit<Parameters<Database['find']>[1], 'filter'> = {},
) {
  return (await db.find('things', { filter, ...rest })).map(document => document._id)
}

/** The code and text a call fails with. */
export async function failure(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await call.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  if (error === undefined) throw new Error('the call did not fail')
  const { code, message } = error as { code: string; message: string }
  return { code, message }
}

afterEach(() => {
  for (const { db, file } of made.splice(0)) {
    db.close()
    rmSync(join(file, '..'), { recursive: true, force: true })
  }
})
