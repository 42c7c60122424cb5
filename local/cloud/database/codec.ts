import { Long, ObjectId } from 'bson'
import { unsupported, writeRefused } from './failure'
import { isDocument, isLong, isObjectId } from './value'
import type { Doc } from './database'

/** JSON has no such values; user field names cannot start with `$`, so the tags are unambiguous. */
type Tagged =
  { $d: number | null } | { $o: string } | { $r: [string, string] } | { $l: string } | { $n: string }

export function encode(document: Doc): string {
  return JSON.stringify(tag(document))
}

export function decode(stored: string): Doc {
  const document = JSON.parse(stored) as Doc
  return stored.includes('"$') ? (untag(document) as Doc) : document
}

export function copy<T>(value: T): T {
  return untag(JSON.parse(JSON.stringify(tag(value) ?? null))) as T
}

function tag(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isFinite(value) ? value : ({ $n: String(value) } satisfies Tagged)
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'bigint' || typeof value === 'function')
      throw unsupported(`value type ${typeof value}`)
    return value
  }
  if (Array.isArray(value)) return Array.from(value, item => tag(item) ?? null)
  if (value instanceof Date) return { $d: value.getTime() } satisfies Tagged
  if (value instanceof RegExp) return { $r: [value.source, value.flags] } satisfies Tagged
  if (isObjectId(value)) return { $o: value.toHexString() } satisfies Tagged
  if (isLong(value)) return tagLong(value)
  if (!isDocument(value)) throw unsupported(`value type ${(value as { _bsontype?: string })._bsontype}`)
  const tagged: Doc = {}
  for (const [name, item] of Object.entries(value)) {
    if (name.startsWith('$') || name.includes('\0')) throw badName(name)
    tagged[name] = tag(item)
  }
  return tagged
}

/** What a double holds exactly is a plain number, as it is when it comes from the SDK. */
function tagLong(value: Long): unknown {
  const near = value.toNumber()
  return Number.isSafeInteger(near) ? near : ({ $l: value.toString() } satisfies Tagged)
}

function untag(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = untag(value[i])
    return value
  }
  if ('$d' in value) return new Date((value.$d as number | null) ?? NaN)
  if ('$o' in value) return ObjectId.createFromHexString(value.$o as string)
  if ('$r' in value) return new RegExp(...(value.$r as [string, string]))
  if ('$l' in value) return Long.fromString(value.$l as string)
  if ('$n' in value) return Number(value.$n)
  const document = value as Doc
  for (const name of Object.keys(document)) document[name] = untag(document[name])
  return document
}

function badName(name: string) {
  return writeRefused(`The dollar ($) prefixed field '${name}' in '${name}' is not valid for storage.`)
}
