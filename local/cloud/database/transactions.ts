import { randomBytes } from 'node:crypto'
import { decode } from './codec'
import { duplicateKey } from './duplicate'
import { refused, transactionConflict, transactionMissing } from './failure'
import { place } from './place'
import { deleteRow, idOf, insertRow, rowOf, storedText, updateRow } from './rows'
import { Snapshots } from './snapshots'
import { takenIndex } from './taken-index'
import { isOperators } from './value'
import type { Catalog, Collection } from './catalog'
import type { Connection } from './connection'
import type { Doc } from './database'
import type { Row } from './rows'

const lifetimeMs = 30_000

export interface Write {
  collection: Collection
  id: Buffer
  /** Absent: removed. */
  row?: Row
}

interface Transaction {
  /** A reader whose view stays as it was at the first operation. */
  snapshot?: Connection
  /** The number of the last write the snapshot sees. */
  since: number
  writes: Write[]
  latest: Map<string, Write>
  timer: NodeJS.Timeout
  ended: Promise<void>
  end: () => void
}

/** Snapshot isolation: own writes are seen at once, others' never; of two writers of one document the first wins. */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly holders = new Map<string, Transaction>()
  private readonly lastWrites = new Map<string, number>()
  private readonly snapshots: Snapshots
  private writeNumber = 0

  constructor(
    file: string,
    private readonly connection: Connection,
    private readonly catalog: Catalog,
  ) {
    this.snapshots = new Snapshots(file)
  }

  begin(): string {
    const id = randomBytes(16).toString('hex')
    let end = () => {}
    const ended = new Promise<void>(resolve => (end = resolve))
    const timer = setTimeout(() => this.end(id), lifetimeMs).unref()
    this.open.set(id, { since: 0, writes: [], latest: new Map(), timer, ended, end })
    return id
  }

  read(transaction: string, collection: Collection, id: unknown): Doc | undefined {
    const current = this.started(transaction)
    const key = idOf(id)
    const own = current.latest.get(place(collection, key))
    const text = own ? own.row?.text : storedText(current.snapshot, collection, key)
    return text === undefined ? undefined : decode(text)
  }

  insert(transaction: string, collection: Collection, document: Doc): void {
    const current = this.started(transaction)
    const row = rowOf(this.catalog, collection, document)
    const [primary] = collection.indexes
    if (primary && this.read(transaction, collection, document._id)) {
      this.end(transaction)
      throw duplicateKey(collection, primary, document)
    }
    this.write(transaction, current, { collection, id: row.id, row })
  }

  put(transaction: string, collection: Collection, document: Doc): void {
    const row = rowOf(this.catalog, collection, document)
    this.write(transaction, this.started(transaction), { collection, id: row.id, row })
  }

  remove(transaction: string, collection: Collection, id: unknown): void {
    this.write(transaction, this.started(transaction), { collection, id: idOf(id) })
  }

  commit(transaction: string): void {
    const { writes } = this.found(transaction)
    try {
      // indexes may have been added since; marks are made before the write that may be undone
      const rows = writes.map(({ row, ...write }) => ({
        ...write,
        ...(row && { row: rowOf(this.catalog, write.collection, row.document) }),
      }))
      if (rows.length > 0) this.connection.atomically(() => rows.forEach(write => this.apply(write)))
      this.wrote(writes.map(write => place(write.collection, write.id)))
    } catch (error) {
      // a unique key was taken by somebody else since it was checked
      throw (error as Error).message.includes('E11000') ? transactionConflict() : error
    } finally {
      this.end(transaction)
    }
  }

  abort(transaction: string): void {
    this.found(transaction)
    this.end(transaction)
  }

  /** Resolves when a transaction that holds one of the documents has ended; undefined when none is held. */
  held(places: string[]): Promise<void> | undefined {
    return places.map(one => this.holders.get(one)).find(holder => holder !== undefined)?.ended
  }

  /** Documents were written outside transactions: open ones can no longer write them. */
  wrote(places: string[]): void {
    this.writeNumber++
    if (this.open.size > 0) for (const one of places) this.lastWrites.set(one, this.writeNumber)
  }

  close(): void {
    for (const transaction of [...this.open.keys()]) this.end(transaction)
    this.snapshots.close()
  }

  private found(transaction: string): Transaction {
    const current = this.open.get(transaction)
    if (!current) throw transactionMissing()
    return current
  }

  private started(transaction: string): Transaction & { snapshot: Connection } {
    const current = this.found(transaction)
    if (!current.snapshot) {
      current.snapshot = this.snapshots.take()
      current.since = this.writeNumber
    }
    return current as Transaction & { snapshot: Connection }
  }

  private write(transaction: string, current: Transaction, write: Write): void {
    const at = place(write.collection, write.id)
    const holder = this.holders.get(at)
    if ((holder && holder !== current) || (this.lastWrites.get(at) ?? 0) > current.since) {
      this.end(transaction)
      throw transactionConflict()
    }
    const taken = takenIndex(this.connection, write, current.latest)
    if (write.row && taken) {
      this.end(transaction)
      throw duplicateKey(write.collection, taken, write.row.document)
    }
    this.holders.set(at, current)
    current.writes.push(write)
    current.latest.set(at, write)
  }

  private apply({ collection, id, row }: Write): void {
    if (!row) deleteRow(this.connection, collection, id)
    else if (storedText(this.connection, collection, id) === undefined)
      insertRow(this.connection, collection, row)
    else updateRow(this.connection, collection, row)
  }

  private end(transaction: string): void {
    const current = this.open.get(transaction)
    if (!current) return
    clearTimeout(current.timer)
    this.open.delete(transaction)
    for (const [at, holder] of this.holders) if (holder === current) this.holders.delete(at)
    if (this.open.size === 0) this.lastWrites.clear()
    if (current.snapshot) this.snapshots.release(current.snapshot)
    current.end()
  }
}

/** Inside a transaction the cloud only knows documents by id. */
export function onlyId(filter: Doc): unknown {
  const names = Object.keys(filter)
  if (names.length !== 1 || names[0] !== '_id' || isOperators(filter._id))
    throw refused('a transaction works on documents by _id only')
  return filter._id
}
