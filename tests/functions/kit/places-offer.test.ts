/** A place on offer: whose it is, and who may still say yes. */
import { acceptPlace } from '../../../cloudfunctions/_kit/places/accept-place'
import type { Pool } from '../../../cloudfunctions/_kit/places/place'
import { handPlace, heldPlace, ownPlace, takePlace } from '../../../cloudfunctions/_kit/places/places'
import { Store } from '../../../cloudfunctions/_kit/store'
import type { Place } from '../../../typings/documents'
import { between } from '../paused-store'
import { freshPool, later, placeOf, startPools, wish } from '../pools'

let pools: Awaited<ReturnType<typeof startPools>>
beforeAll(async () => {
  pools = await startPools()
})
afterAll(() => pools.stop())

const cap = { key: 'p_b|day', limit: 1 }
let day = 0
beforeEach(() => (cap.key = `p_b|${++day}`))

/** A pool of one place, which p_a let go of and which is offered to p_b. */
async function offered(): Promise<{ pool: Pool; place: Place; until: number }> {
  const pool = await freshPool(1)
  const held = placeOf(await takePlace(new Store(), wish(pool, 'p_a')))
  const until = later() + 1000
  const offer = {
    ...{ holder: 'p_b', nth: 0, capKey: held._id, capNth: 0, rid: `offer-${held._id}`, headcount: 1 },
    ...{ at: until - 1000, state: 'OFFERED' as const, due: 1, step: 'OFFERED' as const, offerUntil: until },
    answers: null,
  }
  await handPlace(new Store(), held, offer)
  return { pool, place: { ...held, ...offer }, until }
}

const standing = async (pool: Pool) => (await pools.places(pool)).map(({ state, holder }) => [state, holder])

test('it is theirs to accept and no place they hold', async () => {
  const { pool, place } = await offered()
  expect(await heldPlace(new Store(), pool.pool, 'p_b')).toBeUndefined()
  expect(await ownPlace(new Store(), pool.pool, 'p_b')).toMatchObject({ rid: place.rid })
})

test('until its last moment and not later', async () => {
  const { pool, place, until } = await offered()
  expect(await acceptPlace(new Store(), place, cap, until)).toEqual({ kind: 'over' })
  expect(await acceptPlace(new Store(), place, cap, until - 1)).toMatchObject({ kind: 'accepted' })
  expect(await standing(pool)).toEqual([['HELD', 'p_b']])
})

test('once it is being passed on nobody can accept it, whatever they have read before', async () => {
  const { pool, place, until } = await offered()
  const { _id, rid } = place
  await new Store().change('places', { _id, rid }, { offerUntil: 0 })
  expect(await acceptPlace(new Store(), place, cap, until - 1)).toEqual({ kind: 'over' })
  expect(await standing(pool)).toEqual([['OFFERED', 'p_b']])
})

test('an offer of before is not the one of now', async () => {
  const { place, until } = await offered()
  expect(await acceptPlace(new Store(), { ...place, rid: 'before' }, cap, until - 1)).toEqual({
    kind: 'over',
  })
})

test('who takes a place accepts the one that is offered to them, with what they bring', async () => {
  const { pool, until } = await offered()
  const taken = await takePlace(new Store(), wish(pool, 'p_b', { now: until - 1, headcount: 4 }))
  expect(taken).toMatchObject({ kind: 'taken', place: { no: 1, state: 'HELD', headcount: 4 } })
})

test('what they answered when they joined the queue stands, unless they answer anew', async () => {
  const [before, anew] = ['a', 'b'].map(ct => ({ kid: 'k1', iv: 'i', ct, tag: 't' }))
  const takes = async (more: object) => {
    const { pool, place, until } = await offered()
    await new Store().change('places', { _id: place._id }, { answers: before })
    return placeOf(await takePlace(new Store(), wish(pool, 'p_b', { now: until - 1, ...more }))).answers
  }
  expect(await takes({})).toEqual(before)
  cap.key = `p_b|${++day}`
  expect(await takes({ answers: anew })).toEqual(anew)
  cap.key = `p_b|${++day}`
  expect(await takes({ answers: null })).toBeNull()
})

test('who takes a place when their offer is over hears that it is full', async () => {
  const { pool, until } = await offered()
  expect(await takePlace(new Store(), wish(pool, 'p_b', { now: until }))).toEqual({ kind: 'full' })
})

test.each([1, 2, 3])(
  'two offers under a limit of one, the second before call %i: one is accepted',
  async before => {
    const [one, other] = [await offered(), await offered()]
    const accept =
      ({ place, until }: typeof one) =>
      (store: Store) =>
        acceptPlace(store, place, cap, until - 1)
    const answers = await between(before, accept(one), accept(other))
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['accepted', 'capped'])
  },
)
