import { Aggregator } from 'mingo/aggregator'
import { matching } from './candidates'
import { refused } from './failure'
import { matcher, options, orRefuse } from './query'
import { onlyId } from './transactions'
import type { Collection } from './catalog'
import type { Connection } from './connection'
import type { Doc, Find } from './database'
import type { Transactions } from './transactions'

const defaultLimit = 100
/** The server gives no more at once, whatever is asked. */
const maxLimit = 1000

export function find(connection: Connection, collection: Collection, query: Find): Doc[] {
  const { skip = 0, limit = defaultLimit } = query
  if (limit < 0 || skip < 0) throw refused('limit and skip must not be negative')
  const documents = matching(connection, collection, { ...query, skip, limit: Math.min(limit, maxLimit) })
  return projected(documents, query.projection)
}

export function findInside(
  transactions: Transactions,
  id: string,
  collection: Collection,
  query: Find,
): Doc[] {
  const document = transactions.read(id, collection, onlyId(query.filter))
  return projected(document && matcher(query.filter)(document) ? [document] : [], query.projection)
}

function projected(documents: Doc[], projection: Find['projection']): Doc[] {
  if (!projection || Object.keys(projection).length === 0) return documents
  return orRefuse(() => new Aggregator([{ $project: projection }], options).run(documents))
}
