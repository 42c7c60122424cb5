import { Long, ObjectId } from 'bson'
import fc from 'fast-check'
import type { Doc } from '../../../local/cloud/database/database'

/** Few distinct values of many types, so that random filters often hit. */
export const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom(
    0.5,
    NaN,
    1e21,
    -0,
    Long.fromString('9007199254740993'),
    Long.fromString('-9007199254740993'),
  ),
  fc.constantFrom('', 'a', 'ab', 'b', 'a\0', '1', '😀', '\uffff'),
  fc.boolean(),
  fc.constantFrom(new Date(0), new Date(999_999_999_999), new Date(1_000_000_000_000), new Date(-1)),
  fc.constantFrom(new ObjectId('000000000000000000000001'), new ObjectId('0000000000000000000000ff')),
)

export const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ e: scalar, f: scalar }, { requiredKeys: [] }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ e: scalar, f: scalar }, { requiredKeys: [] }), { maxLength: 2 }),
  },
)

/** Like `value` with arrays left out. */
export const single: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.record({ e: scalar, f: scalar }, { requiredKeys: [] }) },
)

export function documents(field: fc.Arbitrary<unknown>): fc.Arbitrary<Doc[]> {
  const fields = fc.record({ a: field, b: field, c: field }, { requiredKeys: [] })
  return fc.array(fields, { maxLength: 25 }).map(all => all.map((one, i) => ({ _id: `d${i}`, ...one })))
}

const path = fc.constantFrom('a', 'b', 'c', 'a.e', 'b.f', 'a.0', '_id')

const test: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 4, arbitrary: fc.record({ $in: fc.array(scalar, { maxLength: 4 }) }) },
  {
    weight: 6,
    arbitrary: fc.dictionary(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar, {
      minKeys: 1,
      maxKeys: 2,
    }),
  },
  fc.record({ $eq: value }),
  fc.record({ $ne: scalar }),
  fc.record({ $nin: fc.array(scalar, { maxLength: 2 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $not: fc.record({ $gt: scalar }) }),
  fc.record({ $elemMatch: fc.record({ e: scalar }) }),
  fc.constantFrom(/^a/, /^ab?/, /b/, { $regex: '^a' }, { $size: 1 }, { $all: [1] }, { $mod: [2, 1] }, 'd3'),
)

const fields = fc.dictionary(path, test, { maxKeys: 3 })

export const filter: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 5, arbitrary: fields },
  fc.record({ $and: fc.array(fields, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $or: fc.array(fields, { minLength: 1, maxLength: 2 }), a: test }),
  fc.record({ $nor: fc.array(fields, { minLength: 1, maxLength: 2 }) }),
)

export const sort: fc.Arbitrary<Record<string, 1 | -1>> = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'a.e'),
  fc.constantFrom<1 | -1>(1, -1),
  { maxKeys: 2 },
)
