import { writeRefused } from './failure'
import { valueAt } from './path'
import { isLong, isObjectId } from './value'
import type { Collection, Index } from './catalog'
import type { Doc } from './database'

/** MongoDB's E11000, from which callers read the name of the index. */
export function duplicateKey(collection: Collection, index: Index, document: Doc) {
  const key = index.parts
    .map(({ field }) => `${field.path}: ${shown(valueAt(document, field.path).value)}`)
    .join(', ')
  return writeRefused(
    `E11000 duplicate key error collection: ${collection.name} index: ${index.name} dup key: { ${key} }`,
  )
}

/** A value as the MongoDB shell prints it. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'null'
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof RegExp) return String(value)
  if (isObjectId(value)) return `ObjectId('${value.toHexString()}')`
  if (isLong(value)) return value.toString()
  if (Array.isArray(value)) return `[ ${value.map(shown).join(', ')} ]`
  if (typeof value !== 'object') return JSON.stringify(value)
  return `{ ${Object.entries(value)
    .map(([name, item]) => `${name}: ${shown(item)}`)
    .join(', ')} }`
}
