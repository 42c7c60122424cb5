import { collectionExists, collectionMissing, refused, unsupported } from './failure'
import type { Connection } from './connection'
import type { IndexDeclaration } from './database'

export interface Field {
  path: string
  column: string
  /** Some document has had an array there; its one key then says too little, so queries leave the field out. */
  many: boolean
}

const idField: Field = { path: '_id', column: 'id', many: false }

export interface Index {
  /** The name in SQLite; absent for the primary key. */
  sqlName?: string
  name: string
  unique: boolean
  parts: { field: Field; descending: boolean }[]
}

export interface Collection {
  name: string
  table: string
  /** Indexed fields other than _id. */
  fields: Field[]
  /** The primary key first: MongoDB reports it first. */
  indexes: Index[]
  declared: IndexDeclaration[]
}

/** What exists: collections, indexed fields, indexes. Kept in tables of its own and in memory. */
export class Catalog {
  private readonly known = new Map<string, Collection>()

  constructor(private readonly connection: Connection) {
    connection.execute(`
      CREATE TABLE IF NOT EXISTS _collections (name TEXT PRIMARY KEY);
      CREATE TABLE IF NOT EXISTS _fields (collection TEXT, path TEXT, many INTEGER, PRIMARY KEY (collection, path));
      CREATE TABLE IF NOT EXISTS _indexes (collection TEXT, name TEXT, fields TEXT, is_unique INTEGER, PRIMARY KEY (collection, name));
    `)
    for (const [name] of connection.rows('SELECT name FROM _collections')) this.remember(name as string)
    for (const [collection, path, many] of connection.rows('SELECT collection, path, many FROM _fields'))
      this.get(collection as string).fields.push(field(path as string, many === 1))
    const indexes = connection.rows('SELECT collection, name, fields, is_unique FROM _indexes ORDER BY rowid')
    for (const [collection, name, fields, unique] of indexes)
      this.addIndex(this.get(collection as string), {
        name: name as string,
        fields: JSON.parse(fields as string) as string[],
        ...(unique === 1 && { unique: true }),
      })
  }

  names(): string[] {
    return [...this.known.keys()]
  }

  get(name: string): Collection {
    const collection = this.known.get(name)
    if (!collection) throw collectionMissing()
    return collection
  }

  create(name: string): void {
    if (this.known.has(name)) throw collectionExists()
    if (!/^[A-Za-z][\w-]*$/.test(name)) throw refused(`Invalid collection name: ${name}`)
    this.connection.atomically(() => {
      this.connection.run(`CREATE TABLE ${tableOf(name)} (id BLOB PRIMARY KEY, doc TEXT NOT NULL)`)
      this.connection.run('INSERT INTO _collections VALUES (?)', [name])
    })
    this.remember(name)
  }

  /** From now on and after reopening, the field is known to have held an array. */
  markMany(collection: Collection, marked: Field): void {
    const holding = collection.indexes.find(
      index => index.unique && index.parts.some(part => part.field === marked),
    )
    if (holding) throw unsupported(`array in ${marked.path}, a field of the unique index ${holding.name}`)
    this.connection.run('UPDATE _fields SET many = 1 WHERE collection = ? AND path = ?', [
      collection.name,
      marked.path,
    ])
    marked.many = true
  }

  addIndex(collection: Collection, declaration: IndexDeclaration): Index {
    const index = describe(collection, declaration)
    collection.indexes.push(index)
    collection.declared.push(declaration)
    return index
  }

  private remember(name: string): void {
    const primary: Index = { name: '_id_', unique: true, parts: [{ field: idField, descending: false }] }
    this.known.set(name, { name, table: tableOf(name), fields: [], indexes: [primary], declared: [] })
  }
}

/** The index that a declaration means, on fields the collection already has. */
export function describe(collection: Collection, declaration: IndexDeclaration): Index {
  return {
    name: declaration.name,
    sqlName: quoted(`i:${collection.name}:${declaration.name}`),
    unique: declaration.unique ?? false,
    parts: declaration.fields.map(name => {
      const known = [idField, ...collection.fields].find(candidate => candidate.path === pathOf(name))
      if (!known) throw new Error(`index ${declaration.name} names a field without a column: ${name}`)
      return { field: known, descending: name.startsWith('-') }
    }),
  }
}

export function pathOf(name: string): string {
  return name.replace(/^-/, '')
}

export function field(path: string, many: boolean): Field {
  return { path, column: quoted(`k:${path}`), many }
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function tableOf(name: string): string {
  return quoted(`c:${name}`)
}
