/** Places through the real SDK, stopped between any two of its calls: the orders that a burst brings by chance, on purpose. */
import fc from 'fast-check'
import type { Pool } from '../../../cloudfunctions/_kit/places/place'
import { closeRanks } from '../../../cloudfunctions/_kit/places/ordinals'
import { heldPlace, makePlaces, releasePlace, takePlace } from '../../../cloudfunctions/_kit/places/places'
import { Store } from '../../../cloudfunctions/_kit/store'
import type { Place } from '../../../typings/documents'
import { held } from '../../support/invariants'
import { between } from '../paused-store'
import { freshPool, later, newPool, placeOf, startPools, wish } from '../pools'

let pools: Awaited<ReturnType<typeof startPools>>
beforeAll(async () => {
  pools = await startPools()
})
afterAll(() => pools.stop())

const STEPS = [1, 2, 3, 4]

describe('making', () => {
  test('twice, at once, and after a half-done try: each number is there once', async () => {
    const one = newPool(250)
    await Promise.all([makePlaces(new Store(), one), makePlaces(new Store(), one)])
    const places = await pools.places(one)
    expect(places.map(({ no }) => no)).toEqual(Array.from({ length: 250 }, (_, i) => i + 1))
    await pools.cloud.db.collection('places').where({ pool: one.pool, no: 7 }).remove()
    await makePlaces(new Store(), one)
    expect(await pools.places(one)).toHaveLength(250)
  })

  test('again after people hold places: nobody loses theirs', async () => {
    const one = await freshPool(3)
    const { _id } = placeOf(await takePlace(new Store(), wish(one, 'p_a')))
    await makePlaces(new Store(), { ...one, maxNo: 5 })
    const places = await pools.places(one)
    expect(places).toHaveLength(5)
    expect(held(places)).toMatchObject([{ _id, holder: 'p_a' }])
  })
})

describe('one after the other, stopped between the calls', () => {
  test.each(STEPS)(
    'two wishes of one person, the second before call %i of the first: one place',
    async before => {
      const one = await freshPool(2)
      const take = (store: Store) => takePlace(store, wish(one, 'p_a'))
      const results = await between(before, take, take)
      expect(new Set(results.map(result => placeOf(result)._id)).size).toBe(1)
      expect(held(await pools.places(one))).toHaveLength(1)
    },
  )

  test.each(STEPS)(
    'two people for the last place, the second before call %i of the first: one has it',
    async before => {
      const one = await freshPool(1)
      const results = await between(
        before,
        store => takePlace(store, wish(one, 'p_a')),
        store => takePlace(store, wish(one, 'p_b')),
      )
      expect(results.map(({ kind }) => kind).sort()).toEqual(['full', 'taken'])
    },
  )

  test.each(STEPS)(
    'two releases of one holding, the second before call %i of the first: one lets go',
    async before => {
      const one = await freshPool(1)
      const place = placeOf(await takePlace(new Store(), wish(one, 'p_a')))
      const results = await between(
        before,
        store => releasePlace(store, place, later()),
        store => releasePlace(store, place, later()),
      )
      expect(results.filter(Boolean)).toHaveLength(1)
    },
  )

  test.each(STEPS)(
    'a slow release does not end what the next holder has, paused before call %i',
    async before => {
      const one = await freshPool(1)
      const place = placeOf(await takePlace(new Store(), wish(one, 'p_a')))
      await between(
        before,
        store => releasePlace(store, place, later()),
        async store => {
          await releasePlace(store, place, later())
          return takePlace(store, wish(one, 'p_a'))
        },
      )
      const [again] = held(await pools.places(one))
      expect(again).toMatchObject({ holder: 'p_a' })
      expect(again?.rid).not.toBe(place.rid)
    },
  )

  test.each(STEPS)(
    'a wish meets a release before its call %i: it has the place or is told full, and may try again',
    async before => {
      const one = await freshPool(1)
      const place = placeOf(await takePlace(new Store(), wish(one, 'p_a')))
      const [taken] = await between(
        before,
        store => takePlace(store, wish(one, 'p_b')),
        store => releasePlace(store, place, later()),
      )
      expect(['taken', 'full']).toContain(taken.kind)
      expect((await takePlace(new Store(), wish(one, 'p_b'))).kind).toBe(
        taken.kind === 'taken' ? 'held' : 'taken',
      )
    },
  )

  test.each(STEPS)(
    'two wishes under one limit of one, the second before call %i of the first: one is taken',
    async before => {
      const [one, other] = [await freshPool(1), await freshPool(1)]
      const cap = { key: `p_a|${one.pool}`, limit: 1 }
      const results = await between(
        before,
        store => takePlace(store, wish(one, 'p_a', { cap })),
        store => takePlace(store, wish(other, 'p_a', { cap })),
      )
      expect(results.map(({ kind }) => kind).sort()).toEqual(['capped', 'taken'])
    },
  )

  test.each(STEPS)(
    'ranks are closed while a new place is taken, before call %i: no ordinal twice',
    async before => {
      const [one, other, third] = [await freshPool(1), await freshPool(1), await freshPool(1)]
      const cap = { key: `p_a|${one.pool}`, limit: 2 }
      const first = placeOf(await takePlace(new Store(), wish(one, 'p_a', { cap })))
      placeOf(await takePlace(new Store(), wish(other, 'p_a', { cap })))
      await releasePlace(new Store(), first, later())
      const [, taken] = await between(
        before,
        store => closeRanks(store, cap.key),
        store => takePlace(store, wish(third, 'p_a', { cap })),
      )
      expect(taken.kind).toBe('taken')
      const own = held([...(await pools.places(other)), ...(await pools.places(third))])
      expect(own.map(({ capNth }) => capNth).sort()).toEqual([0, 1])
    },
  )
})

test('any mix of wishes and releases by five people over three pools of one day keeps every limit', async () => {
  const step = fc.record({
    who: fc.nat(4),
    where: fc.nat(2),
    what: fc.constantFrom('take', 'take', 'release'),
    at: fc.nat(3),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async steps => {
      const three = [await freshPool(1), await freshPool(2), await freshPool(3)]
      const day = three[0]?.pool ?? ''
      const act = async ({ who, where, what }: (typeof steps)[number]) => {
        const one = three[where] as Pool
        const holder = `p_${who}`
        const cap = { key: `${holder}|${day}`, limit: 2 }
        if (what === 'take') return takePlace(new Store(), wish(one, holder, { cap }))
        const place = await heldPlace(new Store(), one.pool, holder)
        if (place && (await releasePlace(new Store(), place, later()))) await closeRanks(new Store(), cap.key)
        return undefined
      }
      // those with the same `at` run together
      for (const turn of [0, 1, 2, 3]) await Promise.all(steps.filter(({ at }) => at === turn).map(act))
      const places = (await Promise.all(three.map(one => pools.places(one)))).flat()
      expect(places).toHaveLength(6)
      const holdings = held(places)
      const count = (key: (place: Place) => string) =>
        Math.max(0, ...Object.values(groups(holdings.map(key))))
      expect(count(({ pool: id, holder }) => `${id} ${holder}`)).toBeLessThanOrEqual(1)
      expect(count(({ capKey }) => capKey)).toBeLessThanOrEqual(2)
      for (const { holder, nth, no, capKey, _id } of places)
        if (holder === '') expect([nth, capKey]).toEqual([no, _id])
    }),
    { numRuns: 12 },
  )
})

function groups(keys: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
