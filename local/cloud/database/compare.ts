import { keyOf } from './key'
import { rankOf } from './value'

/** MongoDB's order of two values of whatever types. */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (typeof a === 'number' && typeof b === 'number' && a < b) return -1
  if (typeof a === 'number' && typeof b === 'number' && a > b) return 1
  return Buffer.compare(keyOf(a), keyOf(b))
}

export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  const type = rankOf(a)
  return type === rankOf(b) && typeof a !== 'string' && typeof a !== 'boolean' && compare(a, b) === 0
}

/** Comparison operators match only values of the operand's own type. */
export function comparable(a: unknown, b: unknown): boolean {
  return rankOf(a) === rankOf(b)
}
