import { Long, ObjectId } from 'bson'
import fc from 'fast-check'
import { compare, equal } from '../../../local/cloud/database/compare'
import { keyOf } from '../../../local/cloud/database/key'
import { value } from './arbitrary'

const ladder = [
  null,
  NaN,
  -Infinity,
  Long.fromString('-9007199254740993'),
  -9007199254740992,
  -1.5,
  0,
  1,
  1.5,
  9007199254740992,
  Long.fromString('9007199254740993'),
  Long.fromString('9223372036854775807'),
  Infinity,
  '',
  '\0',
  'a',
  'a\0',
  'ab',
  'é',
  '\uffff',
  '😀',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { b: 1 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new ObjectId('000000000000000000000001'),
  new ObjectId('00000000000000000000000a'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Date(999_999_999_999),
  new Date(1_000_000_000_000),
  /a/,
  /b/,
]

test('keys stand in the order in which MongoDB sorts values of all types', () => {
  const keys = ladder.map(keyOf)
  expect([...keys].sort((a, b) => Buffer.compare(a, b))).toEqual(keys)
  expect(new Set(keys.map(key => key.toString('hex'))).size).toBe(keys.length)
})

test('a missing value, null and both zeros have the keys that MongoDB gives them', () => {
  expect(keyOf(undefined)).toEqual(keyOf(null))
  expect(keyOf(-0)).toEqual(keyOf(0))
  expect(keyOf(Long.fromNumber(7))).toEqual(keyOf(7))
})

test('the order of any values is total and agrees with equality', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0)
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
      expect(equal(a, b)).toBe(compare(a, b) === 0)
    }),
    { numRuns: 300 },
  )
})
