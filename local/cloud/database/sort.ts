import { keyOf } from './key'
import { refused } from './failure'
import { valuesAt } from './path'
import type { Doc } from './database'

export type Sort = Record<string, 1 | -1>

/** Before null: what an empty array sorts as. */
const lowest = Buffer.from([0])

/** Sorts stably in MongoDB's order; of an array the smallest item counts when ascending, the greatest when descending. */
export function sorted(documents: Doc[], sort: Sort): Doc[] {
  const directions = Object.entries(sort)
  for (const [path, direction] of directions)
    if (direction !== 1 && direction !== -1) throw refused(`bad sort direction for ${path}`)
  const keyed = documents.map(document => ({
    document,
    keys: directions.map(([path, direction]) => sortKey(document, path, direction)),
  }))
  keyed.sort((a, b) => {
    for (const [i, [, direction]] of directions.entries()) {
      const sign = Buffer.compare(a.keys[i] ?? lowest, b.keys[i] ?? lowest)
      if (sign !== 0) return sign * direction
    }
    return 0
  })
  return keyed.map(entry => entry.document)
}

function sortKey(document: Doc, path: string, direction: 1 | -1): Buffer {
  const values = valuesAt(document, path)
  const whole = values.at(-1)
  if (values.length === 1 && !Array.isArray(whole)) return keyOf(whole)
  if (values.length === 1) return lowest
  const keys = values.filter(value => !Array.isArray(value)).map(keyOf)
  return keys.reduce((a, b) => (Buffer.compare(b, a) * direction < 0 ? b : a), keys[0] ?? keyOf(whole))
}
