import { matching } from './candidates'
import { conditionsOf } from './conditions'
import { plan } from './plan'
import { select } from './plan-sql'
import { matcher } from './query'
import { isDocument } from './value'
import type { Collection } from './catalog'
import type { Connection } from './connection'
import type { Filter } from './database'

/** Counts in the index alone when the index knows all that the filter says. */
export function count(connection: Connection, collection: Collection, filter: Filter): number {
  matcher(filter)
  const chosen = plan(collection, conditionsOf(filter), {})
  const told = chosen.prefix.length === Object.keys(filter).length && Object.entries(filter).every(isPoints)
  if (!told || chosen.range) return matching(connection, collection, { filter }).length
  const { sql, parameters } = select(collection, chosen)
  return connection.first(`SELECT count(*) FROM (${sql})`, parameters)?.[0] as number
}

/** Whether a condition's points say all of it, given that the planner found some for every field. */
function isPoints([path, operand]: [string, unknown]): boolean {
  if (path.startsWith('$')) return false
  if (!isDocument(operand)) return true
  const names = Object.keys(operand)
  return names.length === 1 && (names[0] === '$eq' || names[0] === '$in')
}
