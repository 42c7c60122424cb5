import { comparable, compare, equal } from './compare'
import { refused } from './failure'
import { endsAt, valuesAt } from './path'
import { isDocument } from './value'
import type { Doc, Filter } from './database'

type Test = (document: Doc) => boolean
type Operator = (path: string, operand: never) => Test
type Compile = (criteria: Filter) => Test

/** These combine whole filters; an $elemMatch made of others looks at the item itself. */
const logical = new Set(['$and', '$or', '$nor', '$expr'])

/**
 * Where mingo 7.2.7 is not MongoDB: 64-bit integers, NaN, field order in embedded documents, null beside nested arrays,
 * strings outside the basic plane, and `$elemMatch: { v: … }`, which must not match scalar items.
 */
export function queryOperators(compile: Compile): Record<`$${string}`, Operator> {
  const all = {
    $eq:
      (path: string, operand: unknown): Test =>
      document =>
        valuesAt(document, path).some(v => equal(v, operand)),
    $in: (path: string, operand: unknown): Test => {
      const tests = list('$in', operand).map(item => (item instanceof RegExp ? matches(item) : is(item)))
      return document => valuesAt(document, path).some(v => tests.some(test => test(v)))
    },
    $ne: (path: string, operand: unknown): Test => not(all.$eq(path, operand)),
    $nin: (path: string, operand: unknown): Test => not(all.$in(path, list('$nin', operand))),
    $gt: ordering(sign => sign > 0),
    $gte: ordering(sign => sign >= 0),
    $lt: ordering(sign => sign < 0),
    $lte: ordering(sign => sign <= 0),
    $exists: (path: string, operand: unknown): Test => {
      const wanted = Boolean(operand)
      return document => endsAt(document, path).some(end => end !== undefined) === wanted
    },
    $size: (path: string, operand: unknown): Test => {
      if (!Number.isInteger(operand)) throw refused('$size must be a whole number')
      return document => endsAt(document, path).some(end => Array.isArray(end) && end.length === operand)
    },
    $all: (path: string, operand: unknown): Test => {
      const tests = list('$all', operand).map(item => {
        if (isDocument(item) && '$elemMatch' in item) return all.$elemMatch(path, item.$elemMatch as Filter)
        return all.$in(path, [item])
      })
      return document => tests.length > 0 && tests.every(test => test(document))
    },
    $elemMatch: (path: string, operand: Filter): Test => {
      const matchesItem = itemTest(operand, compile)
      return document => endsAt(document, path).some(end => Array.isArray(end) && end.some(matchesItem))
    },
  }
  return all
}

function ordering(accepts: (sign: number) => boolean) {
  return (path: string, operand: unknown): Test =>
    document =>
      valuesAt(document, path).some(
        v => comparable(v, operand) && ordered(v, operand) && accepts(compare(v, operand)),
      )
}

/** NaN is smaller than every number in an order, but no comparison with a number holds for it. */
function ordered(a: unknown, b: unknown): boolean {
  return Number.isNaN(a) === Number.isNaN(b)
}

function itemTest(operand: Filter, compile: Compile): (item: unknown) => boolean {
  if (!isDocument(operand)) throw refused('$elemMatch needs an Object')
  const names = Object.keys(operand)
  if (names.length > 0 && names.every(name => name.startsWith('$') && !logical.has(name))) {
    const test = compile({ item: operand })
    return item => test({ item: Array.isArray(item) ? [item] : item })
  }
  const test = compile(operand)
  return item => isDocument(item) && test(item)
}

function is(operand: unknown): (value: unknown) => boolean {
  return value => equal(value, operand)
}

function matches(pattern: RegExp): (value: unknown) => boolean {
  // a global or sticky pattern would remember where it stopped
  const stateless = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''))
  return value => typeof value === 'string' && stateless.test(value)
}

function not(test: Test): Test {
  return document => !test(document)
}

function list(operator: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw refused(`${operator} needs an array`)
  return operand
}
