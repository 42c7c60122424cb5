import cloudbase from '@cloudbase/node-sdk'
import type { Base, Collections } from '../../typings/documents'
import { duplicateKey } from './store-errors'

/** A MongoDB query document over the fields of T. */
export type Filter<T> = { [K in keyof T]?: T[K] | Condition<T[K]> } & {
  $or?: Filter<T>[]
  $and?: Filter<T>[]
}
export interface Condition<V> {
  /** Of an array: that one of its elements is among these. */
  $in?: readonly (V extends readonly (infer E)[] ? V | E : V)[]
  $ne?: V
  $gt?: V
  $gte?: V
  $lt?: V
  $lte?: V
  $regex?: string
  /** Of an array. */
  $size?: number
  $exists?: boolean
}
export interface Query<T> {
  where: Filter<T>
  /** In order; the value is 1 or -1. */
  orderBy?: { [K in keyof T]?: 1 | -1 }
  /** 1–1000. Never left out: the cloud's own default cuts at 100 in silence. */
  limit: number
  fields?: readonly (keyof T & string)[]
}

type Name = keyof Collections
/** Documents of one insert. */
const INSERT_CHUNK = 100

/** Those whose documents are `Base`: each write counts `rev` up. */
const VERSIONED: readonly Name[] = [
  'persons',
  'orgs',
  'grants',
  'settings',
  'activities',
  'sessions',
  'sub_balance',
  'approvals',
  'packs',
  'legal_services',
  'lawyers',
  'rotas',
  'swaps',
  'calendar_years',
  'appointments',
  'consult_notes',
  'limitations',
] satisfies {
  [N in Name]: Collections[N] extends Base ? N : never
}[Name][]

let handle: ReturnType<ReturnType<typeof cloudbase.init>['database']> | undefined

/** The only holder of a database handle. One a request, so that it counts the calls of that request. */
export class Store {
  calls = 0

  async get<N extends Name>(name: N, id: string): Promise<Collections[N] | undefined> {
    const [document] = await this.find(name, { where: { _id: id } as Filter<Collections[N]>, limit: 1 })
    return document
  }

  async find<N extends Name>(
    name: N,
    { where, orderBy = {}, limit, fields }: Query<Collections[N]>,
  ): Promise<Collections[N][]> {
    let query = this.where(name, where).limit(limit)
    for (const [field, direction] of Object.entries(orderBy))
      query = query.orderBy(field, direction === 1 ? 'asc' : 'desc')
    if (fields) query = query.field(Object.fromEntries(fields.map(field => [field, true])))
    const { data } = await query.get()
    return data as Collections[N][]
  }

  /** False when a document with this id, or this unique key, is there already. */
  async insert<N extends Name>(name: N, document: Collections[N]): Promise<boolean> {
    return this.insertAll(name, [document])
  }

  /** False when one of them was there already: those before it are written, those after it are not. */
  async insertAll<N extends Name>(name: N, documents: readonly Collections[N][]): Promise<boolean> {
    try {
      await this.collection(name).add([...documents])
      return true
    } catch (error) {
      if (duplicateKey(error)) return false
      throw error
    }
  }

  /** Adds those of `documents` whose id is not there yet. Repeated or raced it changes nothing that is there. */
  async insertMissing<N extends Name>(name: N, documents: readonly Collections[N][]): Promise<void> {
    for (let from = 0; from < documents.length; from += INSERT_CHUNK) {
      let missing = documents.slice(from, from + INSERT_CHUNK)
      while (missing.length > 0 && !(await this.insertAll(name, missing))) {
        const where = { _id: { $in: missing.map(({ _id }) => _id) } } as object as Filter<Collections[N]>
        const there = await this.find(name, { where, fields: ['_id'], limit: INSERT_CHUNK })
        const ids = new Set(there.map(({ _id }) => _id))
        // those before the first one refused were written just now, by this call or another
        const left = missing.filter(({ _id }) => !ids.has(_id))
        if (left.length === missing.length)
          throw new Error(`${name}: a unique index other than _id refuses ${missing[0]?._id}`)
        missing = left
      }
    }
  }

  async count<N extends Name>(name: N, where: Filter<Collections[N]>): Promise<number> {
    const { total = 0 } = await this.where(name, where).count()
    return total
  }

  /** Changes all that match; answers how many are different now. Cut off, it may have changed some of them. */
  async changeAll<N extends Name>(
    name: N,
    where: Filter<Collections[N]>,
    set: Partial<Collections[N]>,
  ): Promise<number> {
    refuseUndefined(set)
    const change = { $set: set, ...(VERSIONED.includes(name) && { $inc: { rev: 1 } }) }
    const { updated = 0 } = await this.where(name, where, { multiple: true }).update(change)
    return updated
  }

  /** Changes one document that matches; false when none did or nothing was different. Rejects on a duplicate key. */
  async change<N extends Name>(
    name: N,
    where: Filter<Collections[N]>,
    set: Partial<Collections[N]>,
  ): Promise<boolean> {
    refuseUndefined(set)
    const change = { $set: set, ...(VERSIONED.includes(name) && { $inc: { rev: 1 } }) }
    const { updated = 0 } = await this.where(name, where, { multiple: false }).update(change)
    return updated > 0
  }

  /** Changes one document of all that match, atomically, and answers it as it is now. Rejects on a duplicate key. */
  async takeOne<N extends Name>(
    name: N,
    where: Filter<Collections[N]>,
    set: Partial<Collections[N]>,
  ): Promise<Collections[N] | undefined> {
    refuseUndefined(set)
    const { doc } = await this.where(name, where).updateAndReturn(wholeValues(set))
    return (doc ?? undefined) as Collections[N] | undefined
  }

  /** Deletes those of these documents that match. Cut off, it may have deleted some of them. */
  async remove<N extends Name>(
    name: N,
    ids: readonly string[],
    where: Filter<Collections[N]> = {},
  ): Promise<void> {
    await this.where(name, { ...where, _id: { $in: ids } }, { multiple: true }).remove()
  }

  /** Raw MongoDB stages. The limit is the last stage: without one the cloud answers 20 documents. */
  async aggregate<Row>(name: Name, stages: object[], limit: number): Promise<Row[]> {
    refuseUndefined(stages)
    const pipeline = [...stages, { $limit: limit }]
    // the SDK takes a raw pipeline, its typings do not know; without `raw` it drops every stage without a word
    const collection = this.collection(name).options({ raw: true }) as unknown as {
      aggregate(pipeline: object[]): { end(): Promise<{ data: Row[] }> }
    }
    const { data } = await collection.aggregate(pipeline).end()
    return data
  }

  private where(name: Name, filter: object, options: { multiple?: boolean } = {}) {
    refuseUndefined(filter)
    // `raw`: the filter is MongoDB's own, nothing in it is taken for a command of the SDK
    return this.collection(name)
      .options({ raw: true, ...options })
      .where(filter)
  }

  private collection(name: Name) {
    this.calls++
    handle ??= cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true }).database()
    return handle.collection(name)
  }
}

/** Left to itself the SDK writes an object field by field, which MongoDB refuses where `null` stands. */
function wholeValues(set: object): object {
  const command = handle?.command
  return Object.fromEntries(
    Object.entries(set).map(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? [key, command?.set(value)] : [key, value],
    ),
  )
}

/** The SDK drops an undefined condition without a word, and the rest then matches everything. */
function refuseUndefined(value: unknown, path = 'filter'): void {
  if (value === undefined) throw new TypeError(`${path} is undefined`)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) refuseUndefined(inner, `${path}.${key}`)
}
