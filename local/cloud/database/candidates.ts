import { decode } from './codec'
import { conditionsOf } from './conditions'
import { plan } from './plan'
import { select } from './plan-sql'
import { matcher } from './query'
import { sorted } from './sort'
import type { Collection } from './catalog'
import type { Connection } from './connection'
import type { Doc, Filter } from './database'
import type { Sort } from './sort'

interface Wanted {
  filter: Filter
  sort?: Sort
  skip?: number
  limit?: number
}

/** Reading stops near the last document wanted, unless they must be sorted first. */
const largestRead = 4096

/** The documents that match, in order. */
export function matching(connection: Connection, collection: Collection, wanted: Wanted): Doc[] {
  const { filter, sort = {}, skip = 0, limit = Infinity } = wanted
  const matches = matcher(filter)
  const chosen = plan(collection, conditionsOf(filter), sort)
  if (chosen.prefix.some(condition => condition.points?.length === 0)) return []
  const { sql, parameters } = select(collection, chosen)
  const found: Doc[] = []
  const take = ([text]: unknown[]) => {
    const document = decode(text as string)
    if (matches(document)) found.push(document)
  }
  if (!chosen.ordered || limit === Infinity) connection.each(sql, parameters, take)
  else {
    const enough = skip + limit
    let [size, offset] = [enough, 0]
    while (found.length < enough) {
      const rows = connection.rows(`${sql} LIMIT ? OFFSET ?`, [...parameters, size, offset])
      rows.forEach(take)
      if (rows.length < size) break
      offset += size
      size = Math.min(size * 4, Math.max(largestRead, enough))
    }
  }
  return (chosen.ordered ? found : sorted(found, sort)).slice(skip, skip + limit)
}
