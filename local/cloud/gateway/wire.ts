import { EJSON } from 'bson'
import type { Long } from 'bson'
import { CloudError } from '../cloud-error'

/**
 * The wire format of document values: canonical EJSON in strings. Inside the gateway they are plain JavaScript with
 * Date, RegExp and ObjectId; a Long stays a Long only where a number would lose digits.
 */
export function decode(text: string, now: number): unknown {
  // arrays and scalars are legal too: the stages of an aggregation send them
  const { v } = EJSON.deserialize({ v: setServerDates(parse(text), now) }, { relaxed: false }) as {
    v: unknown
  }
  return plain(v)
}

export function encode(value: unknown): string {
  return EJSON.stringify(value, { relaxed: false })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CloudError('INVALID_PARAM', `not EJSON: ${String(error)}`)
  }
}

/** `db.serverDate()`, in the form of today's SDK and of older ones, becomes a date. */
function setServerDates(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map(item => setServerDates(item, now))
  if (typeof value !== 'object' || value === null) return value
  const { $tcb_server_date: mark = undefined, $date: date = undefined } = value as Record<string, unknown>
  const offset = offsetOf(mark) ?? offsetOf(date)
  if (mark !== undefined || offset !== undefined)
    return { $date: { $numberLong: String(now + (offset ?? 0)) } }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, setServerDates(item, now)]))
}

function offsetOf(mark: unknown): number | undefined {
  if (typeof mark !== 'object' || mark === null || !('offset' in mark)) return undefined
  const offset = EJSON.deserialize({ offset: mark.offset }) as { offset: unknown }
  return Math.trunc(Number(offset.offset))
}

interface Bson {
  _bsontype: string
  valueOf(): unknown
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(plain)
  if ('_bsontype' in value) return plainBson(value as Bson)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
}

function plainBson(value: Bson): unknown {
  switch (value._bsontype) {
    case 'Int32':
    case 'Double':
      return Number(value.valueOf())
    case 'Long':
      return plainLong(value as unknown as Long)
    case 'BSONRegExp': {
      const { pattern, options } = value as unknown as { pattern: string; options: string }
      return new RegExp(pattern, options)
    }
    case 'ObjectId':
      return value
    default:
      throw new CloudError('INVALID_PARAM', `unsupported value type ${value._bsontype}`)
  }
}

function plainLong(long: Long): number | Long {
  const number = long.toNumber()
  return BigInt(number) === long.toBigInt() ? number : long
}
