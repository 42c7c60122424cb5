import { Long } from 'bson'
import type { Doc } from '../../../local/cloud/database/database'
import { failure, temporaryDatabase } from './temporary-database'

const done: [title: string, before: Doc, update: Doc, after: Doc][] = [
  ['$set makes the documents on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  [
    '$set takes a position of an array',
    { a: [1, 2] },
    { $set: { 'a.1': 9, 'a.3': 8 } },
    { a: [1, 9, null, 8] },
  ],
  ['$set replaces a whole document', { a: { b: 1 } }, { $set: { a: { c: 2 } } }, { a: { c: 2 } }],
  [
    '$unset removes, and leaves null in an array',
    { a: 1, b: [1, 2], c: { d: 1 } },
    { $unset: { a: '', 'b.0': '', 'c.d': '' } },
    { b: [null, 2], c: {} },
  ],
  [
    '$inc and $mul',
    { a: 1, b: 3 },
    { $inc: { a: -2, c: 5 }, $mul: { b: 1.5, d: 7 } },
    { a: -1, b: 4.5, c: 5, d: 0 },
  ],
  [
    '$inc stays exact beyond 2^53',
    { a: 9007199254740991 },
    { $inc: { a: 2 } },
    { a: Long.fromString('9007199254740993') },
  ],
  [
    '$min and $max',
    { a: 5, b: 5, c: 5, d: 5 },
    { $min: { a: 3, b: 9, e: 1 }, $max: { c: 9, d: 3, f: 1 } },
    { a: 3, b: 5, c: 9, d: 5, e: 1, f: 1 },
  ],
  ['$rename moves', { a: { b: 1 } }, { $rename: { 'a.b': 'c' } }, { a: {}, c: 1 }],
  [
    '$currentDate is the database’s now',
    {},
    { $currentDate: { at: true } },
    { at: new Date(Date.UTC(2026, 8, 16)) },
  ],
  ['$push appends', { a: [1] }, { $push: { a: [2], b: 1 } }, { a: [1, [2]], b: [1] }],
  [
    '$push with $each, $position, $sort and $slice',
    { a: [5, 1] },
    { $push: { a: { $each: [3, 9], $position: 0, $sort: -1, $slice: 3 } } },
    { a: [9, 5, 3] },
  ],
  [
    '$push sorts by a field and keeps the last',
    { a: [{ n: 3 }] },
    { $push: { a: { $each: [{ n: 1 }, { n: 2 }], $sort: { n: 1 }, $slice: -2 } } },
    { a: [{ n: 2 }, { n: 3 }] },
  ],
  [
    '$addToSet adds what is not there',
    { a: [1, { x: 1 }] },
    { $addToSet: { a: { $each: [1, 2, { x: 1 }, 2] } } },
    { a: [1, { x: 1 }, 2] },
  ],
  [
    '$pull takes values, conditions and filters',
    { a: [1, 2, 1], b: [1, 5, 9], c: [{ x: 1, y: 1 }, { x: 2 }, 1] },
    { $pull: { a: 1, b: { $gte: 5 }, c: { x: 1 } } },
    { a: [2], b: [1], c: [{ x: 2 }, 1] },
  ],
  [
    '$pullAll and $pop',
    { a: [1, 2, 3], b: [1, 2], c: [1, 2] },
    { $pullAll: { a: [1, 3] }, $pop: { b: 1, c: -1 } },
    { a: [2], b: [1], c: [2] },
  ],
  ['$bit', { a: 5 }, { $bit: { a: { and: 4 } } }, { a: 4 }],
]

test.each(done)('%s', async (_, before, update, after) => {
  const { db } = await temporaryDatabase([{ _id: 1, ...before }])
  expect(await db.modify('things', { filter: { _id: 1 }, data: update })).toEqual({ updated: 1 })
  expect(await db.find('things', { filter: {} })).toEqual([{ _id: 1, ...after }])
})

const refusals: [title: string, before: Doc, update: Doc, text: string][] = [
  ['$inc on a string', { a: 'x' }, { $inc: { a: 1 } }, 'Cannot apply $inc to a value of non-numeric type'],
  ['$inc on null', { a: null }, { $inc: { a: 1 } }, 'non-numeric type'],
  ['$inc by a string', { a: 1 }, { $inc: { a: '1' } }, 'Cannot increment with non-numeric argument'],
  ['$mul on a date', { a: new Date() }, { $mul: { a: 2 } }, 'non-numeric type date'],
  ['$push on a scalar', { a: 1 }, { $push: { a: 1 } }, "The field 'a' must be an array but is of type int"],
  ['$push on null', { a: null }, { $push: { a: 1 } }, 'must be an array but is of type null'],
  ['$addToSet on a document', { a: {} }, { $addToSet: { a: 1 } }, 'must be an array but is of type object'],
  ['$pull on a string', { a: 'x' }, { $pull: { a: 'x' } }, 'must be an array but is of type string'],
  ['$pop by 2', { a: [1] }, { $pop: { a: 2 } }, '$pop expects 1 or -1'],
  [
    '$push with an unknown clause',
    {},
    { $push: { a: { $each: [], $shuffle: 1 } } },
    'Unrecognized clause in $push: $shuffle',
  ],
  ['$set through a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: 1}"],
  ['$set through null', { a: null }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: null}"],
  [
    '$set of a name in an array',
    { a: [1] },
    { $set: { 'a.b': 1 } },
    "Cannot create field 'b' in element {a: [ 1 ]}",
  ],
  ['$set of the id', {}, { $set: { _id: 2 } }, "immutable field '_id'"],
  [
    'the same path twice',
    {},
    { $set: { a: 1 }, $inc: { a: 1 } },
    "Updating the path 'a' would create a conflict at 'a'",
  ],
  [
    'a path and its parent',
    {},
    { $set: { 'a.b': 1 }, $unset: { a: '' } },
    "Updating the path 'a' would create a conflict at 'a.b'",
  ],
  [
    'a rename onto a changed path',
    { a: 1 },
    { $rename: { a: 'b' }, $set: { b: 1 } },
    'would create a conflict',
  ],
  ['a dollar name', {}, { $set: { $a: 1 } }, "The dollar ($) prefixed field '$a'"],
  ['a dollar name in a value', {}, { $set: { a: { $d: 1 } } }, "The dollar ($) prefixed field '$d'"],
  ['an empty name', {}, { $set: { 'a..b': 1 } }, 'contains an empty field name'],
  ['the positional operator', { a: [1] }, { $set: { 'a.$': 1 } }, 'unsupported positional operator $'],
  ['an unknown operator', {}, { $shuffle: { a: 1 } }, 'unsupported update operator $shuffle'],
  ['plain fields beside operators', {}, { a: 1 }, 'Unknown modifier: a'],
]

test.each(refusals)('%s is refused and changes nothing', async (_, before, update, text) => {
  const { db } = await temporaryDatabase([{ _id: 1, ...before }])
  const error = await failure(db.modify('things', { filter: { _id: 1 }, data: update }))
  expect(error.code).toBe('DATABASE_REQUEST_FAILED')
  expect(error.message).toContain(text)
  expect(await db.find('things', { filter: {} })).toEqual([{ _id: 1, ...before }])
})
