import { failure, ids, temporaryDatabase } from './temporary-database'
import type { Database } from '../../../local/cloud/database/database'

const set = (db: Database, _id: unknown, a: number, transaction?: string) =>
  db.modify('things', { filter: { _id }, data: { $set: { a } } }, transaction)

async function read(db: Database, _id: unknown, transaction?: string) {
  return (await db.find('things', { filter: { _id } }, transaction))[0]?.a
}

const conflict = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message:
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
    'Please check your request, but if the problem persists, contact us.',
}

test('a transaction sees its own writes and nobody else does before the commit', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }])
  const transaction = await db.begin()
  await set(db, 1, 2, transaction)
  await db.insert('things', [{ _id: 2, a: 5 }], transaction)
  expect([await read(db, 1, transaction), await read(db, 2, transaction)]).toEqual([2, 5])
  expect([await read(db, 1), await read(db, 2)]).toEqual([1, undefined])
  expect(await db.count('things', { _id: 2 }, transaction)).toBe(1)
  await db.commit(transaction)
  expect([await read(db, 1), await read(db, 2)]).toEqual([2, 5])
})

test('the view stays as it was at the first operation, not at the beginning', async () => {
  const { db } = await temporaryDatabase([
    { _id: 1, a: 1 },
    { _id: 2, a: 1 },
  ])
  const transaction = await db.begin()
  await set(db, 1, 2)
  expect(await read(db, 1, transaction)).toBe(2)
  await set(db, 1, 3)
  await set(db, 2, 3)
  expect([await read(db, 1, transaction), await read(db, 2, transaction)]).toEqual([2, 1])
  await db.abort(transaction)
})

test('an abort leaves nothing behind', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }])
  const transaction = await db.begin()
  await set(db, 1, 2, transaction)
  expect(await db.remove('things', { _id: 1 }, false, transaction)).toBe(1)
  expect(await read(db, 1, transaction)).toBeUndefined()
  await db.abort(transaction)
  expect(await read(db, 1)).toBe(1)
})

test('of two transactions writing one document the second fails at once and is over', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }])
  const [first, second] = [await db.begin(), await db.begin()]
  await set(db, 1, 2, first)
  await read(db, 1, second)
  expect(await failure(set(db, 1, 3, second))).toEqual(conflict)
  expect((await failure(db.commit(second))).message).toContain('TransactionNotExist')
  await db.commit(first)
  expect(await read(db, 1)).toBe(2)
})

test('a plain write after the snapshot makes the transaction fail on that document', async () => {
  const { db } = await temporaryDatabase([
    { _id: 1, a: 1 },
    { _id: 2, a: 1 },
  ])
  const transaction = await db.begin()
  await read(db, 2, transaction)
  await set(db, 1, 2)
  expect(await failure(set(db, 1, 3, transaction))).toEqual(conflict)
  const later = await db.begin()
  await set(db, 1, 4, later)
  await db.commit(later)
  expect(await read(db, 1)).toBe(4)
})

test('a plain write that changed nothing disturbs no transaction', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }])
  const transaction = await db.begin()
  await read(db, 1, transaction)
  await set(db, 1, 1)
  await set(db, 1, 2, transaction)
  await db.commit(transaction)
  expect(await read(db, 1)).toBe(2)
})

test('a plain write waits for the transaction that holds its document', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }])
  const transaction = await db.begin()
  await set(db, 1, 10, transaction)
  await db.insert('things', [{ _id: 2, a: 1 }], transaction)
  const order: string[] = []
  const increment = db
    .modifyAndReturn('things', { _id: 1 }, { $inc: { a: 1 } })
    .then(document => order.push(`plain ${String(document?.a)}`))
  const insert = failure(db.insert('things', [{ _id: 2 }]))
  await new Promise(resolve => setTimeout(resolve, 30))
  order.push('commit')
  await db.commit(transaction)
  await increment
  expect(order).toEqual(['commit', 'plain 11'])
  expect((await insert).message).toContain('index: _id_')
})

test('a plain write that would make a document waits for the transaction that is making it', async () => {
  const { db } = await temporaryDatabase()
  const transaction = await db.begin()
  await db.insert('things', [{ _id: 1, a: 1 }], transaction)
  const outside = db.modify('things', { filter: { _id: 1 }, data: { a: 2 }, replace: true, upsert: true })
  await db.commit(transaction)
  expect(await outside).toEqual({ updated: 1 })
  expect(await read(db, 1)).toBe(2)
})

test('a unique key is checked inside, against others and against the transaction’s own writes', async () => {
  const { db } = await temporaryDatabase(
    [{ _id: 1, a: 1 }],
    [{ name: 'only_a', fields: ['a'], unique: true }],
  )
  const against = await db.begin()
  expect((await failure(db.insert('things', [{ _id: 2, a: 1 }], against))).message).toContain('index: only_a')
  const own = await db.begin()
  await db.insert('things', [{ _id: 2, a: 2 }], own)
  expect((await failure(db.insert('things', [{ _id: 3, a: 2 }], own))).message).toContain('dup key: { a: 2 }')
  const freed = await db.begin()
  await set(db, 1, 9, freed)
  await db.insert('things', [{ _id: 4, a: 1 }], freed)
  await db.commit(freed)
  expect(await ids(db, {}, { sort: { a: 1 } })).toEqual([4, 1])
})

test('a unique key taken by somebody else before the commit is a conflict, and nothing is written', async () => {
  const { db } = await temporaryDatabase(
    [{ _id: 1, a: 1 }],
    [{ name: 'only_a', fields: ['a'], unique: true }],
  )
  const transaction = await db.begin()
  await set(db, 1, 7, transaction)
  await db.insert('things', [{ _id: 2, a: 5 }], transaction)
  await db.insert('things', [{ _id: 3, a: 5 }])
  expect(await failure(db.commit(transaction))).toEqual(conflict)
  expect(await ids(db, {})).toEqual([1, 3])
  expect(await read(db, 1)).toBe(1)
})

test('inside a transaction only documents by id are known', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }])
  const transaction = await db.begin()
  for (const call of [
    db.find('things', { filter: { a: 1 } }, transaction),
    db.modify('things', { filter: {}, data: { $set: { a: 2 } } }, transaction),
    db.remove('things', {}, true, transaction),
  ])
    expect((await failure(call)).message).toContain('by _id only')
  await db.abort(transaction)
})

test('set inside a transaction makes or replaces', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }])
  const transaction = await db.begin()
  const put = (_id: number) =>
    db.modify('things', { filter: { _id }, data: { b: 1 }, replace: true, upsert: true }, transaction)
  expect(await put(1)).toEqual({ updated: 1 })
  expect(await put(2)).toEqual({ updated: 0, upsertedId: 2 })
  await db.commit(transaction)
  expect(await db.find('things', { filter: {} })).toEqual([
    { _id: 1, b: 1 },
    { _id: 2, b: 1 },
  ])
})

test('after 30 seconds a transaction is over and what it held is free', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 1 }])
  jest.useFakeTimers()
  const transaction = await db.begin()
  await set(db, 1, 2, transaction)
  jest.advanceTimersByTime(30_001)
  jest.useRealTimers()
  const { code, message } = await failure(db.commit(transaction))
  expect(code).toBe('DATABASE_TRANSACTION_FAIL')
  expect(message).toContain('TransactionNotExist')
  await set(db, 1, 3)
  expect(await read(db, 1)).toBe(3)
})

test('transactions that count up one document, retried on conflict, lose nothing', async () => {
  const { db } = await temporaryDatabase([{ _id: 1, a: 0 }])
  async function increment(): Promise<void> {
    const transaction = await db.begin()
    try {
      const before = (await read(db, 1, transaction)) as number
      await set(db, 1, before + 1, transaction)
      await db.commit(transaction)
    } catch (error) {
      expect((error as { code: string }).code).toBe('DATABASE_TRANSACTION_CONFLICT')
      await new Promise(resolve => setTimeout(resolve, Math.random() * 10))
      await increment()
    }
  }
  await Promise.all(Array.from({ length: 20 }, increment))
  expect(await read(db, 1)).toBe(20)
})
