import { Long } from 'bson'
import type { Doc } from '../../../local/cloud/database/database'
import { failure, ids, temporaryDatabase } from './temporary-database'

const cases: [title: string, filter: Doc, matches: Doc[], misses: Doc[]][] = [
  [
    '$elemMatch of fields skips scalar items',
    { a: { $elemMatch: { v: { $gt: 0 } } } },
    [{ a: [{ v: 1 }] }],
    [{ a: [1] }, { a: { v: 1 } }],
  ],
  [
    '$elemMatch of a missing field skips scalar items',
    { a: { $elemMatch: { v: null } } },
    [{ a: [{ w: 1 }] }],
    [{ a: [1] }, { a: [] }],
  ],
  [
    '$elemMatch of operators looks at the items',
    { a: { $elemMatch: { $gt: 2, $lt: 5 } } },
    [{ a: [1, 3] }],
    [{ a: [1, 6] }, { a: 3 }],
  ],
  [
    '$elemMatch takes $or',
    { a: { $elemMatch: { $or: [{ v: 1 }, { w: 1 }] } } },
    [{ a: [{ w: 1 }] }],
    [{ a: [{ x: 1 }] }],
  ],
  ['null equals missing', { a: null }, [{}, { a: null }], [{ a: 0 }, { a: '' }]],
  ['null beside numbers is in a list', { a: { $in: [null, 1] } }, [{}, { a: 1 }], [{ a: 2 }]],
  [
    'a deep null meets an item without the field',
    { 'a.b': null },
    [{ a: [{ b: 1 }, {}] }, { a: 5 }, {}],
    [{ a: [{ b: 1 }] }],
  ],
  [
    'a value equals an item of an array',
    { a: 1 },
    [{ a: [2, 1] }, { a: 1 }],
    [{ a: [[1]] }, { a: '1' }, { a: true }],
  ],
  [
    'a dotted path enters arrays',
    { 'a.b': 2 },
    [{ a: [{ b: 1 }, { b: 2 }] }, { a: { b: [2] } }],
    [{ a: [2] }],
  ],
  ['a dotted path takes positions', { 'a.1': 'x' }, [{ a: ['y', 'x'] }], [{ a: ['x', 'y'] }]],
  [
    'embedded documents are equal with the same fields in the same order',
    { a: { x: 1, y: 2 } },
    [{ a: { x: 1, y: 2 } }],
    [{ a: { y: 2, x: 1 } }],
  ],
  [
    'comparisons hold within one type',
    { a: { $gte: 1 } },
    [{ a: 1 }, { a: Infinity }],
    [{ a: 'x' }, { a: true }, { a: NaN }, { a: new Date() }],
  ],
  [
    'a pattern matches strings and items',
    { a: /^ab/i },
    [{ a: 'ABC' }, { a: ['x', 'ab'] }],
    [{ a: 'cab' }, { a: 1 }],
  ],
  ['$regex takes $options', { a: { $regex: '^AB', $options: 'i' } }, [{ a: 'abc' }], [{ a: 'c' }]],
  ['$exists', { a: { $exists: true } }, [{ a: null }], [{}]],
  ['$exists false', { 'a.b': { $exists: false } }, [{}, { a: 1 }, { a: { c: 1 } }], [{ a: { b: null } }]],
  [
    '$or, $nor and $not',
    { $or: [{ a: 1 }, { b: 1 }], $nor: [{ c: 1 }], a: { $not: { $gt: 5 } } },
    [{ a: 1 }, { b: 1 }],
    [{ a: 1, c: 1 }, { a: 6, b: 1 }, {}],
  ],
  ['$size', { a: { $size: 2 } }, [{ a: [1, 2] }], [{ a: [1] }, { a: 2 }]],
  ['$all', { a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }], [{ a: [1] }]],
  ['$all of one value takes a scalar', { a: { $all: [1] } }, [{ a: 1 }, { a: [1] }], [{ a: 2 }]],
  ['$mod', { a: { $mod: [3, 1] } }, [{ a: 4 }], [{ a: 3 }, { a: 'x' }]],
  ['$ne and $nin take missing fields', { a: { $ne: 1, $nin: [2] } }, [{}, { a: 3 }], [{ a: 1 }, { a: [2] }]],
  [
    'whole numbers beyond 2^53 stay apart',
    { a: Long.fromString('9007199254740993') },
    [{ a: Long.fromString('9007199254740993') }],
    [{ a: 9007199254740992 }],
  ],
  [
    'whole numbers beyond 2^53 compare with others',
    { a: { $gt: 9007199254740992 } },
    [{ a: Long.fromString('9007199254740993') }],
    [{ a: 5 }],
  ],
]

test.each(cases)('%s', async (_, filter, matches, misses) => {
  const documents = [...matches, ...misses].map((document, i) => ({ _id: i, ...document }))
  const { db } = await temporaryDatabase(documents)
  expect(await ids(db, filter)).toEqual(matches.map((_match, i) => i))
})

test.each(['$near', '$nearSphere', '$geoWithin', '$geoIntersects', '$jsonSchema', '$where', '$text'])(
  '%s is refused by name, wherever it stands',
  async operator => {
    const { db } = await temporaryDatabase()
    for (const filter of [
      { a: { [operator]: {} } },
      { [operator]: {} },
      { $or: [{ a: { $not: { [operator]: {} } } }] },
    ])
      expect((await failure(db.find('things', { filter }))).message).toContain(
        `unsupported operator ${operator}`,
      )
  },
)

test('operands of the wrong shape are refused', async () => {
  const { db } = await temporaryDatabase([{ a: 1 }])
  for (const filter of [
    { a: { $in: 1 } },
    { $and: 1 },
    { a: { $elemMatch: 1 } },
    { a: { $size: 'x' } },
    { a: { $regex: '(' } },
  ])
    expect((await failure(db.find('things', { filter }))).code).toBe('DATABASE_REQUEST_FAILED')
})
