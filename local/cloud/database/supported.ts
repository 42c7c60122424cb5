import { unsupported } from './failure'
import { isDocument } from './value'

const operators = new Set([
  ...[
    '$eq',
    '$ne',
    '$gt',
    '$gte',
    '$lt',
    '$lte',
    '$in',
    '$nin',
    '$and',
    '$or',
    '$nor',
    '$not',
    '$exists',
    '$type',
  ],
  ...['$regex', '$options', '$mod', '$all', '$elemMatch', '$size', '$expr', '$comment'],
])

/** Operands of these are values or expressions, not filters. */
const opaque = new Set(['$eq', '$ne', '$expr', '$comment'])

/** Refuses the first operator of a filter that we do not have, geo operators and $where among them. */
export function refuseUnsupported(filter: unknown): void {
  if (Array.isArray(filter)) return filter.forEach(refuseUnsupported)
  if (!isDocument(filter)) return
  for (const [name, operand] of Object.entries(filter)) {
    if (name.startsWith('$') && !operators.has(name)) throw unsupported(`operator ${name}`)
    if (!opaque.has(name)) refuseUnsupported(operand)
  }
}
