import { describe, field, pathOf, quoted } from './catalog'
import { decode } from './codec'
import { duplicateKey } from './duplicate'
import { refused, unsupported } from './failure'
import { valueAt } from './path'
import { keyOf } from './key'
import type { Catalog, Collection, Field, Index } from './catalog'
import type { Connection, Parameter } from './connection'
import type { IndexDeclaration } from './database'

/** Declares an index and builds it over the documents that exist. */
export function createIndex(
  connection: Connection,
  catalog: Catalog,
  name: string,
  wanted: IndexDeclaration,
): void {
  const collection = catalog.get(name)
  const same = collection.declared.find(declared => declared.name === wanted.name)
  if (same && text(same) === text(wanted)) return
  if (same) throw refused(`Index with name: ${wanted.name} already exists with different options`)
  if (wanted.fields.length === 0) throw refused('Index keys cannot be empty.')
  const paths = wanted.fields.map(pathOf).filter(path => path !== '_id')
  const added = paths
    .filter(path => collection.fields.every(known => known.path !== path))
    .map(path => field(path, false))
  const fields = [...collection.fields, ...added]
  const index = describe({ ...collection, fields }, wanted)
  connection.atomically(() => {
    for (const one of added) connection.run(`ALTER TABLE ${collection.table} ADD COLUMN ${one.column} BLOB`)
    if (added.length > 0) fill(connection, collection, added)
    const arrays = index.unique ? index.parts.find(part => part.field.many) : undefined
    if (arrays) throw unsupported(`array in ${arrays.field.path}, a field of the unique index ${index.name}`)
    refuseDuplicates(connection, collection, index)
    build(connection, collection, index)
    for (const one of added)
      connection.run('INSERT INTO _fields VALUES (?, ?, ?)', [name, one.path, one.many ? 1 : 0])
    connection.run('INSERT INTO _indexes VALUES (?, ?, ?, ?)', [
      name,
      wanted.name,
      JSON.stringify(wanted.fields),
      index.unique ? 1 : 0,
    ])
  })
  collection.fields.push(...added)
  catalog.addIndex(collection, wanted)
}

function fill(connection: Connection, collection: Collection, added: Field[]): void {
  const rows: [number, Parameter[]][] = []
  connection.each(`SELECT rowid, doc FROM ${collection.table}`, [], ([row, doc]) => {
    const document = decode(doc as string)
    const keys = added.map(one => {
      const found = valueAt(document, one.path)
      one.many ||= found.many
      return keyOf(found.value)
    })
    rows.push([row as number, keys])
  })
  const assignments = added.map(one => `${one.column} = ?`).join(', ')
  for (const [row, keys] of rows)
    connection.run(`UPDATE ${collection.table} SET ${assignments} WHERE rowid = ?`, [...keys, row])
}

function refuseDuplicates(connection: Connection, collection: Collection, index: Index): void {
  if (!index.unique) return
  const columns = index.parts.map(part => part.field.column).join(', ')
  const twice = `SELECT doc FROM ${collection.table} GROUP BY ${columns} HAVING count(*) > 1 LIMIT 1`
  const found = connection.first(twice)
  if (found) throw duplicateKey(collection, index, decode(found[0] as string))
}

function build(connection: Connection, collection: Collection, index: Index): void {
  const columns = index.parts.map(part => part.field.column + (part.descending ? ' DESC' : '')).join(', ')
  const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX'
  connection.run(`CREATE ${kind} ${index.sqlName ?? quoted(index.name)} ON ${collection.table} (${columns})`)
}

function text(declaration: IndexDeclaration): string {
  return JSON.stringify([declaration.fields, declaration.unique ?? false])
}
