/**
 * The document database of the local cloud, as the gateway uses it.
 * Values are plain JavaScript: Date, RegExp and bson ObjectId included, and bson Long for whole numbers beyond 2^53.
 * Wire formats are the gateway's business. One process has the file open.
 * Every method rejects with CloudError, with CloudBase's own code and text.
 */
export interface Database {
  createCollection(name: string): Promise<void>
  collections(): string[]
  /** Declares an index; fields in order, a leading `-` means descending. Repeating the same declaration does nothing. */
  createIndex(collection: string, index: IndexDeclaration): Promise<void>
  /** The declared indexes of a collection. */
  indexes(collection: string): IndexDeclaration[]
  /** Answers the ids. An acknowledged insert survives kill -9. A failure keeps the documents written before it. */
  insert(collection: string, documents: Doc[], transaction?: string): Promise<unknown[]>
  find(collection: string, query: Find, transaction?: string): Promise<Doc[]>
  count(collection: string, filter: Filter, transaction?: string): Promise<number>
  modify(collection: string, change: Modify, transaction?: string): Promise<Modified>
  /** Changes one matching document, atomically, and answers it as it is afterwards. */
  modifyAndReturn(collection: string, filter: Filter, update: Doc): Promise<Doc | undefined>
  remove(collection: string, filter: Filter, multi: boolean, transaction?: string): Promise<number>
  /** Without a `$limit` at most 20 documents, as the cloud does. */
  aggregate(collection: string, stages: Doc[]): Promise<Doc[]>
  /** Inside a transaction filters are `{ _id }` alone. A conflict or a duplicate ends it; so do 30 seconds. */
  begin(): Promise<string>
  commit(transaction: string): Promise<void>
  abort(transaction: string): Promise<void>
  close(): void
}

export type Doc = Record<string, unknown>
/** A MongoDB query document. */
export type Filter = Doc

export interface IndexDeclaration {
  name: string
  fields: string[]
  unique?: boolean
}

export interface Find {
  filter: Filter
  sort?: Record<string, 1 | -1>
  skip?: number
  /** Default 100; never more than 1000 are given. */
  limit?: number
  projection?: Record<string, unknown>
}

export interface Modify {
  filter: Filter
  /** Update operators, or with `replace` the whole document. */
  data: Doc
  replace?: boolean
  multi?: boolean
  upsert?: boolean
}

export interface Modified {
  /** Documents that changed; writing the same value counts as none. */
  updated: number
  upsertedId?: unknown
}
