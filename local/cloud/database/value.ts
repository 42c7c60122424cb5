import type { Long, ObjectId } from 'bson'
import type { Doc } from './database'

/** The order in which MongoDB sorts types; also the first byte of a key. A missing field sorts as null. */
export const rank = {
  null: 0x05,
  number: 0x0a,
  string: 0x14,
  object: 0x1e,
  array: 0x28,
  objectId: 0x3c,
  boolean: 0x46,
  date: 0x50,
  regex: 0x5a,
} as const

type Rank = (typeof rank)[keyof typeof rank]

function bsonType(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? (value as { _bsontype?: unknown })._bsontype
    : undefined
}

export function isLong(value: unknown): value is Long {
  return bsonType(value) === 'Long'
}

export function isObjectId(value: unknown): value is ObjectId {
  return bsonType(value) === 'ObjectId'
}

/** An embedded document: neither a leaf such as Date or ObjectId, nor an array. */
export function isDocument(value: unknown): value is Doc {
  return rankOf(value) === rank.object
}

/** An operand such as `{ $gt: 1 }`, as against an embedded document. */
export function isOperators(value: unknown): value is Doc {
  return isDocument(value) && Object.keys(value).some(name => name.startsWith('$'))
}

/** Undefined when the database stores no such value. */
export function rankOf(value: unknown): Rank | undefined {
  if (value === null || value === undefined) return rank.null
  if (typeof value === 'string') return rank.string
  if (typeof value === 'number') return rank.number
  if (typeof value === 'boolean') return rank.boolean
  if (typeof value !== 'object') return undefined
  if (Array.isArray(value)) return rank.array
  if (value instanceof Date) return rank.date
  if (value instanceof RegExp) return rank.regex
  if (isLong(value)) return rank.number
  if (isObjectId(value)) return rank.objectId
  return bsonType(value) === undefined && !ArrayBuffer.isView(value) ? rank.object : undefined
}

/** The type's name as MongoDB writes it in its errors. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing'
  if (isLong(value)) return 'long'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  if (typeof value === 'boolean') return 'bool'
  const found = Object.entries(rank).find(([, code]) => code === rankOf(value))
  return found?.[0] ?? typeof value
}
