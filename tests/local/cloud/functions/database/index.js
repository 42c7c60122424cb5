// Runs one step against the database with the unmodified wx-server-sdk and answers what arrived.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const _ = db.command
const $ = _.aggregate

/** Lives as long as the instance. */
let open

const steps = {
  missingCollection: () => db.collection('nowhere').get(),
  createCollection: ({ name }) => db.createCollection(name),
  add: ({ name, data }) => db.collection(name).add({ data }),
  addRich: ({ name }) =>
    db.collection(name).add({
      data: {
        _id: 'rich',
        int: 1,
        long: 12345678901,
        double: 1.5,
        date: new Date(1700000000000),
        server: db.serverDate({ offset: 1000 }),
        nothing: null,
        list: ['a', { b: 1 }],
        point: new db.Geo.Point(113, 23),
        pattern: /^A/i,
      },
    }),
  get: ({ name, id }) => db.collection(name).doc(id).get(),
  where: ({ name, where }) => db.collection(name).where(where).get(),
  list: ({ name, limit }) =>
    db.collection(name).orderBy('n', 'desc').skip(1).limit(limit).field({ n: true }).get(),
  matchPattern: ({ name }) =>
    db
      .collection(name)
      .where({ title: db.RegExp({ regexp: '^SWIM', options: 'i' }) })
      .get(),
  count: ({ name }) =>
    db
      .collection(name)
      .where({ n: _.gte(2) })
      .count(),
  increase: ({ name, id }) =>
    db
      .collection(name)
      .doc(id)
      .update({ data: { n: _.inc(1), 'deep.er': 1, gone: _.remove() } }),
  updateMany: ({ name }) =>
    db
      .collection(name)
      .where({ n: _.gt(0) })
      .update({ data: { seen: true } }),
  updateOne: ({ name }) =>
    db
      .collection(name)
      .where({ n: _.gt(0) })
      .update({ data: { taken: true }, multi: false }),
  set: ({ name, id, data }) => db.collection(name).doc(id).set({ data }),
  remove: ({ name, id }) => db.collection(name).doc(id).remove(),
  removeMany: ({ name }) =>
    db
      .collection(name)
      .where({ n: _.gt(1) })
      .remove(),
  sum: ({ name }) =>
    db
      .collection(name)
      .aggregate()
      .match({ n: _.gt(0) })
      .group({ _id: null, sum: $.sum('$n') })
      .end(),
  all: ({ name }) => db.collection(name).aggregate().match({}).end(),
  transact: ({ name, id }) =>
    db.runTransaction(async transaction => {
      const place = transaction.collection(name).doc(id)
      const { data } = await place.get()
      await place.update({ data: { n: data.n + 1 } })
      await transaction.collection(name).add({ data: { _id: `log-${id}` } })
      return data.n + 1
    }),
  rollBack: ({ name, id }) =>
    db.runTransaction(async transaction => {
      await transaction
        .collection(name)
        .doc(id)
        .update({ data: { n: 999 } })
      await transaction.rollback('no stock')
    }),
  conflict: ({ name, id }) =>
    db.runTransaction(async transaction => {
      await transaction.collection(name).doc(id).get()
      await db
        .collection(name)
        .doc(id)
        .update({ data: { n: _.inc(1) } })
      await transaction
        .collection(name)
        .doc(id)
        .update({ data: { n: 999 } })
    }),
  snapshot: async ({ name, id }) => {
    const transaction = await db.startTransaction()
    const before = await transaction.collection(name).doc(id).get()
    await db
      .collection(name)
      .doc(id)
      .update({ data: { n: _.inc(1) } })
    const during = await transaction.collection(name).doc(id).get()
    await transaction.rollback()
    return [before.data.n, during.data.n]
  },
  leaveOpen: async ({ name, id }) => {
    open = await db.startTransaction()
    await open
      .collection(name)
      .doc(id)
      .update({ data: { n: 5 } })
  },
  commitOpen: () => open.commit(),
  whereInTransaction: ({ name }) =>
    db.runTransaction(transaction => transaction.collection(name).where({ n: 1 }).get()),
}

exports.main = async ({ step, ...input }) => {
  try {
    return { data: await steps[step](input) }
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg ?? String(error.message ?? error) }
  }
}
