import { encode } from './codec'
import { duplicateKey } from './duplicate'
import { refused, writeRefused } from './failure'
import { keyOf } from './key'
import { valueAt } from './path'
import { rank, rankOf } from './value'
import type { Catalog, Collection, Index } from './catalog'
import type { Connection } from './connection'
import type { Doc } from './database'

const maxBytes = 16 * 1024 * 1024

/** A document ready to be written: its text and the keys of its indexed fields. */
export interface Row {
  id: Buffer
  document: Doc
  text: string
  keys: Buffer[]
}

/** Marks fields that hold an array at once, outside any write that may be undone. */
export function rowOf(catalog: Catalog, collection: Collection, document: Doc): Row {
  const text = encode(document)
  if (text.length > maxBytes) throw writeRefused('object to insert too large')
  const keys = collection.fields.map(field => {
    const found = valueAt(document, field.path)
    if (found.many && !field.many) catalog.markMany(collection, field)
    return keyOf(found.value)
  })
  return { id: idOf(document._id), document, text, keys }
}

export function idOf(id: unknown): Buffer {
  const type = rankOf(id)
  if (type === rank.array || type === rank.regex || type === undefined)
    throw writeRefused(`The '_id' value cannot be of type ${type === rank.regex ? 'regex' : 'array'}`)
  return keyOf(id)
}

export function insertRow(connection: Connection, collection: Collection, row: Row): void {
  const columns = ['id', 'doc', ...collection.fields.map(field => field.column)]
  const sql = `INSERT INTO ${collection.table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  orDuplicate(connection, collection, row, true, () => connection.run(sql, [row.id, row.text, ...row.keys]))
}

export function updateRow(connection: Connection, collection: Collection, row: Row): void {
  const columns = ['doc', ...collection.fields.map(field => field.column)]
  const sql = `UPDATE ${collection.table} SET ${columns.map(column => `${column} = ?`).join(', ')} WHERE id = ?`
  orDuplicate(connection, collection, row, false, () => connection.run(sql, [row.text, ...row.keys, row.id]))
}

export function deleteRow(connection: Connection, collection: Collection, id: Buffer): void {
  connection.run(`DELETE FROM ${collection.table} WHERE id = ?`, [id])
}

export function storedText(connection: Connection, collection: Collection, id: Buffer): string | undefined {
  return connection.first(`SELECT doc FROM ${collection.table} WHERE id = ?`, [id])?.[0] as string | undefined
}

/** The ids of the documents, other than the row itself, that hold its place in a unique index. */
export function rivals(connection: Connection, collection: Collection, index: Index, row: Row): Buffer[] {
  const match = index.parts.map(part => `${part.field.column} = ?`).join(' AND ')
  const keys = index.parts.map(({ field }) => row.keys[collection.fields.indexOf(field)] ?? row.id)
  const sql = `SELECT id FROM ${collection.table} WHERE ${match} AND id <> ?`
  return connection.rows(sql, [...keys, row.id]).map(found => Buffer.from(found[0] as ArrayBuffer))
}

function orDuplicate(
  connection: Connection,
  collection: Collection,
  row: Row,
  fresh: boolean,
  write: () => void,
): void {
  try {
    write()
  } catch (error) {
    if (!/^SQLITE_CONSTRAINT/.test((error as { code?: string }).code ?? '')) throw error
    const [primary, ...others] = collection.indexes
    if (fresh && primary && storedText(connection, collection, row.id) !== undefined)
      throw duplicateKey(collection, primary, row.document)
    const taken = others.find(index => index.unique && rivals(connection, collection, index, row).length > 0)
    if (taken) throw duplicateKey(collection, taken, row.document)
    throw refused((error as Error).message)
  }
}
