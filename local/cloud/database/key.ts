import { unsupported } from './failure'
import { isLong, isObjectId, rank, rankOf } from './value'
import type { Doc } from './database'

const nothing = Buffer.alloc(0)
const end = Buffer.from([0])

/** Bytes whose memcmp order is MongoDB's order of values, types included; equal exactly when the values are equal. */
export function keyOf(value: unknown): Buffer {
  const type = rankOf(value)
  if (type === undefined) throw unsupported(`value type ${describe(value)}`)
  if (type === rank.string) return Buffer.from('\x14' + (value as string))
  return Buffer.concat([Buffer.from([type]), payload(type, value)])
}

/** Greater than the key of every value of the type, smaller than those of the next type. */
export function after(type: number): Buffer {
  return Buffer.from([type + 1])
}

function payload(type: number, value: unknown): Buffer {
  switch (type) {
    case rank.number:
      return number(value)
    case rank.string:
      return text(value as string)
    case rank.boolean:
      return Buffer.from([value ? 1 : 0])
    case rank.date:
      return number((value as Date).getTime())
    case rank.objectId:
      return isObjectId(value) ? Buffer.from(value.toHexString(), 'hex') : nothing
    case rank.regex:
      return Buffer.concat([text((value as RegExp).source), text((value as RegExp).flags)])
    case rank.array:
      return Buffer.concat([...(value as unknown[]).map(keyOfItem), end])
    case rank.object:
      return Buffer.concat([...Object.entries(value as Doc).flatMap(keyOfField), end])
    default:
      return nothing
  }
}

function keyOfItem(value: unknown): Buffer {
  return Buffer.concat([Buffer.from([rankOf(value) ?? 0]), payload(rankOf(value) ?? 0, value)])
}

/** Documents compare field by field: type, then name, then value. */
function keyOfField([name, value]: [string, unknown]): Buffer[] {
  if (value === undefined) return []
  const type = rankOf(value)
  if (type === undefined) throw unsupported(`value type ${describe(value)}`)
  return [Buffer.from([type]), text(name), payload(type, value)]
}

/** NUL is escaped, so that the terminator stays smaller than any continuation. */
function text(value: string): Buffer {
  return Buffer.from(value.replaceAll('\0', '\0\x7f') + '\0\0')
}

/** The nearest double in sortable form, then what a 64-bit integer has beyond it. */
function number(value: unknown): Buffer {
  const bytes = Buffer.alloc(10)
  const near = isLong(value) ? value.toNumber() : (value as number)
  if (Number.isNaN(near)) return bytes
  bytes.writeDoubleBE(near === 0 ? 0 : near)
  if (near < 0) for (let i = 0; i < 8; i++) bytes[i] = ~bytes[i]! & 0xff
  else bytes[0]! |= 0x80
  bytes.writeUInt16BE(0x8000 + (isLong(value) ? Number(value.toBigInt() - BigInt(near)) : 0), 8)
  return bytes
}

function describe(value: unknown): string {
  return (value as { _bsontype?: string } | undefined)?._bsontype ?? typeof value
}
