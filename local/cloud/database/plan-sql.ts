import type { Collection } from './catalog'
import type { Parameter } from './connection'
import type { Plan } from './plan'

export interface Statement {
  sql: string
  parameters: Parameter[]
}

/** Answers one row a candidate, its document in the first column. */
export function select(collection: Collection, plan: Plan): Statement {
  const reads = merged(plan).map(read => selectOne(collection, read))
  const order = plan.order.map(([, direction], i) => `${i + 2}${direction === -1 ? ' DESC' : ''}`)
  return {
    sql:
      reads.map(read => read.sql).join(' UNION ALL ') +
      (order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''),
    parameters: reads.flatMap(read => read.parameters),
  }
}

/** An order behind a field of several values is kept by one read for each value, merged by SQLite. */
function merged(plan: Plan): Plan[] {
  if (plan.order.length === 0) return [plan]
  return plan.prefix.reduce<Plan[]>(
    (plans, condition, i) =>
      plans.flatMap(one =>
        (condition.points ?? []).map(point => ({ ...one, prefix: one.prefix.with(i, { points: [point] }) })),
      ),
    [plan],
  )
}

function selectOne(collection: Collection, { index, prefix, range, order }: Plan): Statement {
  const where: string[] = []
  const parameters: Parameter[] = []
  const add = (sql: string, ...values: Parameter[]) => {
    where.push(sql)
    parameters.push(...values)
  }
  const columns = index?.parts.map(part => part.field.column) ?? []
  for (const [i, { points = [] }] of prefix.entries()) {
    const values = padded(points)
    add(
      values.length === 1 ? `${columns[i]} = ?` : `${columns[i]} IN (${values.map(() => '?').join(', ')})`,
      ...values,
    )
  }
  const column = columns[prefix.length]
  if (range?.lower) add(`${column} ${range.lower.inclusive ? '>=' : '>'} ?`, range.lower.key)
  if (range?.upper) add(`${column} ${range.upper.inclusive ? '<=' : '<'} ?`, range.upper.key)
  return {
    sql:
      `SELECT ${['doc', ...order.map(([name]) => name)].join(', ')} FROM ${collection.table}` +
      (index?.sqlName ? ` INDEXED BY ${index.sqlName}` : '') +
      (where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''),
    parameters,
  }
}

/** To the next power of two, by repetition: fewer distinct statements to prepare. */
function padded(points: Buffer[]): Buffer[] {
  const last = points.at(-1)
  if (!last) return points
  const size = 2 ** Math.ceil(Math.log2(points.length))
  return [...points, ...Array.from({ length: size - points.length }, () => last)]
}
