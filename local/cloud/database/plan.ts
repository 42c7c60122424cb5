import type { Collection, Index } from './catalog'
import type { Condition, Conditions } from './conditions'
import type { Sort } from './sort'

/** How candidates are read: which index, what it narrows, and whether it gives them in the order asked for. */
export interface Plan {
  index?: Index
  /** One condition for each leading field that equals something. */
  prefix: Condition[]
  /** On the field after the prefix. */
  range?: Condition
  /** The part of the order that the index gives; empty when it need not be asked for. */
  order: [column: string, direction: 1 | -1][]
  /** Candidates come in the order asked for. */
  ordered: boolean
}

/** So many reads at most are merged to keep the order of an index whose leading fields have several values. */
const maxMerged = 40

/** The best of the collection's indexes for a filter and an order, or a scan. */
export function plan(collection: Collection, conditions: Conditions, sort: Sort): Plan {
  const scan: Plan = { prefix: [], order: [], ordered: Object.keys(sort).length === 0 }
  let best = { plan: scan, score: 0 }
  for (const index of collection.indexes) {
    const candidate = using(index, conditions, sort)
    const value = score(candidate)
    if (value > best.score) best = { plan: candidate, score: value }
  }
  return best.plan
}

function using(index: Index, conditions: Conditions, sort: Sort): Plan {
  const prefix: Condition[] = []
  for (const { field } of index.parts) {
    const condition = field.many ? undefined : conditions.get(field.path)
    if (!condition?.points) break
    prefix.push(condition)
  }
  const next = index.parts[prefix.length]?.field
  const condition = next && !next.many ? conditions.get(next.path) : undefined
  return { index, prefix, ...(condition && { range: condition }), ...orderOf(index, prefix, sort) }
}

function orderOf(index: Index, prefix: Condition[], sort: Sort): Pick<Plan, 'order' | 'ordered'> {
  const order: Plan['order'] = []
  const constant = index.parts.slice(0, prefix.length).filter((_, i) => prefix[i]?.points?.length === 1)
  const asked = Object.entries(sort).filter(([path]) => constant.every(part => part.field.path !== path))
  const reads = prefix.reduce((product, condition) => product * (condition.points?.length ?? 1), 1)
  const ways = new Set<boolean>()
  for (const [i, [path, direction]] of asked.entries()) {
    const part = index.parts[prefix.length + i]
    if (part?.field.path !== path || part.field.many) return { order: [], ordered: false }
    ways.add(part.descending === (direction === -1))
    order.push([part.field.column, direction])
  }
  // an index is read forwards or backwards, not both
  return ways.size > 1 || reads > maxMerged ? { order: [], ordered: false } : { order, ordered: true }
}

/** One value narrows more than several, several more than a range; an order that comes for free saves reading everything. */
function score({ index, prefix, range, order }: Plan): number {
  const points = prefix.map(condition => condition.points?.length ?? 0)
  if (index?.unique && points.length === index.parts.length && points.every(count => count === 1)) return 1000
  const narrowing = points.reduce((sum, count) => sum + (count === 1 ? 4 : 3), range ? 2 : 0)
  return narrowing + (order.length > 0 ? 3 : 0)
}
