import { rivals } from './rows'
import { place } from './place'
import type { Collection, Index } from './catalog'
import type { Connection } from './connection'
import type { Write } from './transactions'

/**
 * The unique index that a write inside a transaction would break, told from what is committed and from the
 * transaction's own last word on each document.
 */
export function takenIndex(
  connection: Connection,
  { collection, id, row }: Write,
  latest: Map<string, Write>,
): Index | undefined {
  if (!row) return undefined
  const own = [...latest.values()].filter(write => write.collection === collection && !write.id.equals(id))
  return collection.indexes.slice(1).find(index => {
    if (!index.unique) return false
    const others = rivals(connection, collection, index, row)
    return (
      others.some(other => !latest.has(place(collection, other))) ||
      own.some(write => write.row && sameKeys(collection, index, write.row.keys, row.keys))
    )
  })
}

function sameKeys(collection: Collection, index: Index, a: Buffer[], b: Buffer[]): boolean {
  return index.parts.every(({ field }) => {
    const at = collection.fields.indexOf(field)
    const [left, right] = [a[at], b[at]]
    return left !== undefined && right !== undefined && left.equals(right)
  })
}
