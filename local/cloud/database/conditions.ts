import { after, keyOf } from './key'
import { isDocument, isOperators, rank, rankOf } from './value'
import type { Filter } from './database'

/** What an index can know of a filter at one path; whatever is left out, the exact test decides. */
export interface Condition {
  /** The path has one of these keys. */
  points?: Buffer[]
  lower?: Bound
  upper?: Bound
}

interface Bound {
  key: Buffer
  inclusive: boolean
}

/** By path. */
export type Conditions = Map<string, Condition>

/** More points than this are not worth a plan. */
const maxPoints = 2000

export function conditionsOf(filter: Filter): Conditions {
  const found: Conditions = new Map()
  collect(filter, found)
  return found
}

function collect(filter: Filter, found: Conditions): void {
  for (const [path, operand] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(operand))
      operand.filter(isDocument).forEach(part => collect(part, found))
    else if (!path.startsWith('$')) collectAt(path, operand, found)
  }
}

function collectAt(path: string, operand: unknown, found: Conditions): void {
  const condition = found.get(path) ?? {}
  if (isOperators(operand)) {
    for (const [name, value] of Object.entries(operand))
      apply(condition, name, name === '$regex' ? pattern(value, operand.$options) : value)
  } else apply(condition, operand instanceof RegExp ? '$regex' : '$eq', operand)
  if (Object.keys(condition).length > 0) found.set(path, condition)
}

function apply(condition: Condition, operator: string, operand: unknown): void {
  if (operator === '$eq') points(condition, [operand])
  else if (operator === '$in' && Array.isArray(operand)) points(condition, operand)
  else if (operator === '$regex' && operand instanceof RegExp) prefix(condition, operand)
  else if (operator === '$gt' || operator === '$gte') lower(condition, operand, operator === '$gte')
  else if (operator === '$lt' || operator === '$lte') upper(condition, operand, operator === '$lte')
}

function points(condition: Condition, values: unknown[]): void {
  if (condition.points || values.length > maxPoints || !values.every(isPoint)) return
  const keys = new Map(values.map(keyOf).map(key => [key.toString('latin1'), key]))
  condition.points = [...keys.values()].sort((a, b) => Buffer.compare(a, b))
}

// Comparisons hold within the operand's type only, so each range is closed by the type's own bounds.

function lower(condition: Condition, value: unknown, inclusive: boolean): void {
  if (condition.lower || !isRangeEnd(value)) return
  condition.lower = { key: keyOf(value), inclusive }
  condition.upper ??= { key: after(rankOf(value) ?? 0), inclusive: false }
}

function upper(condition: Condition, value: unknown, inclusive: boolean): void {
  if (!isRangeEnd(value)) return
  condition.upper = { key: keyOf(value), inclusive }
  condition.lower ??= { key: Buffer.from([rankOf(value) ?? 0]), inclusive: true }
}

function pattern(source: unknown, flags: unknown): RegExp {
  return new RegExp(source as string | RegExp, flags as string | undefined)
}

/** An anchored pattern without flags reads as a range of strings. */
function prefix(condition: Condition, pattern: RegExp): void {
  if (pattern.flags !== '' || condition.lower || condition.upper) return
  const literal = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^\w])+)/.exec(pattern.source)?.[1]
  if (!literal || pattern.source.includes('|')) return
  const optional = /^[*?{]/.test(pattern.source.slice(1 + literal.length))
  const whole = [...literal.replace(/\\(.)/g, '$1')]
  const text = (optional ? whole.slice(0, -1) : whole).join('')
  condition.lower = { key: keyOf(text), inclusive: true }
  // no UTF-8 text contains this byte
  condition.upper = { key: Buffer.concat([keyOf(text), Buffer.from([0xff])]), inclusive: false }
}

/** Values equal exactly when their keys are. */
function isPoint(value: unknown): boolean {
  const type = rankOf(value)
  return type !== undefined && type !== rank.object && type !== rank.array && type !== rank.regex
}

function isRangeEnd(value: unknown): boolean {
  return isPoint(value) && rankOf(value) !== rank.null && !Number.isNaN(value)
}
