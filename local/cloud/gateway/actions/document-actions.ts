import { CloudError } from '../../cloud-error'
import type { Database, Doc, Filter } from '../../database/database'
import { list, optionalText, text, wholeNumber, type Actions, type AdminRequest } from '../admin-request'
import { decode, encode } from '../wire'

type Body = AdminRequest['body']

const MOST_DOCUMENTS = 1000
const DEFAULT_DOCUMENTS = 100

/** `database.*` of the SDK. `now` stamps `db.serverDate()`. */
export function documentActions(database: Database, now: () => number): Actions {
  const document = (value: unknown): Doc => {
    const decoded = typeof value === 'string' ? decode(value, now()) : value
    if (typeof decoded === 'object' && decoded !== null && !Array.isArray(decoded)) return decoded as Doc
    throw new CloudError('INVALID_PARAM', 'a document must be an object in EJSON')
  }
  const filter = (body: Body): Filter => (body['query'] ? document(body['query']) : {})
  const collection = (body: Body) => text(body, 'collectionName')

  return {
    'database.addCollection': async ({ body }) => {
      await database.createCollection(collection(body))
      return {}
    },
    'database.insertDocument': async ({ body }) => {
      const ids = await database.insert(collection(body), list(body, 'data').map(document), transaction(body))
      return { data: { insertedIds: ids } }
    },
    'database.getDocument': async ({ body }) => {
      const offset = wholeNumber(body, 'offset') ?? 0
      const limit = limitOf(body)
      const query = {
        filter: filter(body),
        sort: sortOf(optionalText(body, 'order'), now()),
        skip: offset,
        limit,
        projection: body['projection'] ? document(body['projection']) : undefined,
      }
      const documents = await database.find(collection(body), query, transaction(body, 'doc only'))
      return { data: { list: documents.map(encode) }, limit, offset }
    },
    'database.calculateDocument': async ({ body }) => ({
      data: { total: await database.count(collection(body), filter(body), transaction(body, 'never')) },
    }),
    'database.modifyDocument': async ({ body }) => {
      const change = {
        filter: filter(body),
        data: document(body['data']),
        replace: body['merge'] === false,
        multi: body['multi'] === true,
        upsert: body['upsert'] === true,
      }
      const { updated, upsertedId } = await database.modify(
        collection(body),
        change,
        transaction(body, 'doc only'),
      )
      return { data: { updated, upsert_id: upsertedId ?? null } }
    },
    'database.modifyAndReturnDoc': async ({ body }) => {
      transaction(body, 'never')
      const changed = await database.modifyAndReturn(collection(body), filter(body), document(body['data']))
      return { data: { updated: changed ? 1 : 0, doc: changed ? encode(changed) : null } }
    },
    'database.removeDocument': async ({ body }) => {
      const within = transaction(body, 'doc only')
      return {
        data: {
          deleted: await database.remove(collection(body), filter(body), body['multi'] === true, within),
        },
      }
    },
    'database.aggregateDocuments': async ({ body }) => {
      transaction(body, 'never')
      const stages = list(body, 'stages').map(stage => {
        const { stageKey, stageValue } = stage as { stageKey: string; stageValue: string }
        return { [stageKey]: decode(stageValue, now()) }
      })
      return { data: { list: (await database.aggregate(collection(body), stages)).map(encode) } }
    },
  }
}

function limitOf(body: Body): number {
  const limit = wholeNumber(body, 'limit') ?? DEFAULT_DOCUMENTS
  if (limit < 1 || limit > MOST_DOCUMENTS)
    throw new CloudError('INVALID_PARAM', `limit must be 1 to ${MOST_DOCUMENTS}`)
  return limit
}

/** Inside a transaction the cloud knows single documents and inserts only. */
function transaction(body: Body, rule?: 'doc only' | 'never'): string | undefined {
  const id = optionalText(body, 'transactionId')
  const isRefused = rule === 'never' || (rule === 'doc only' && body['queryType'] !== 'DOC')
  if (id && isRefused) throw new CloudError('INVALID_PARAM', 'a transaction supports doc() and add() only')
  return id
}

/** `{ field: 1 | -1 }`, or older SDKs' `[{ field, direction }]`. */
function sortOf(order: string | undefined, now: number): Record<string, 1 | -1> | undefined {
  if (!order) return undefined
  const decoded = decode(order, now)
  if (!Array.isArray(decoded)) return decoded as Record<string, 1 | -1>
  const fields = decoded as { field: string; direction: string }[]
  return Object.fromEntries(fields.map(({ field, direction }) => [field, direction === 'desc' ? -1 : 1]))
}
