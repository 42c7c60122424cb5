import { Long, ObjectId } from 'bson'
import { decode, encode } from '../../../../local/cloud/gateway/wire'

const NOW = 1_789_524_000_000

test.each([
  ['small and large integers', { a: 1, b: -2147483649, c: Number.MAX_SAFE_INTEGER }],
  ['fractions and the odd numbers', { a: 1.5, b: -0, c: NaN, d: Infinity }],
  ['dates before and after 1970', { a: new Date(-5), b: new Date(NOW) }],
  ['text that looks like a number', { a: '1', b: '' }],
  ['nothing, truth and nesting', { a: null, b: [true, { c: [] }] }],
  ['an id', { a: new ObjectId('65f000000000000000000001') }],
  ['a long beyond 2^53', { a: Long.fromString('9007199254740993') }],
])('%s go over the wire and back', (_, document) => {
  expect(decode(encode(document), NOW)).toEqual(document)
})

test('a long that a number can hold becomes a number', () => {
  expect(decode('{"a":{"$numberLong":"12345678901"}}', NOW)).toEqual({ a: 12345678901 })
  expect(decode('{"a":{"$numberLong":"100000000000000000"}}', NOW)).toEqual({ a: 1e17 })
})

test('patterns keep their options', () => {
  const { a } = decode('{"a":{"$regularExpression":{"pattern":"^x","options":"i"}}}', NOW) as { a: RegExp }
  expect(String(a)).toBe('/^x/i')
  expect(encode({ a })).toBe('{"a":{"$regularExpression":{"pattern":"^x","options":"i"}}}')
})

test('server dates, new and old, are the time of the cloud plus their offset', () => {
  const document =
    '{"a":{"$tcb_server_date":{"offset":{"$numberInt":"1000"}}},"b":[{"$date":{"offset":-1000}}],"c":{"$tcb_server_date":{}}}'
  expect(decode(document, NOW)).toEqual({
    a: new Date(NOW + 1000),
    b: [new Date(NOW - 1000)],
    c: new Date(NOW),
  })
})

test('stages may be scalars', () => {
  expect(decode('20', NOW)).toBe(20)
  expect(decode('"$tags"', NOW)).toBe('$tags')
})
