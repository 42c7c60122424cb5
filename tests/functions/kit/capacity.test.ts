import { setCapacity } from '../../../cloudfunctions/_kit/capacity'
import type { Pool } from '../../../cloudfunctions/_kit/place'
import { takePlace } from '../../../cloudfunctions/_kit/places'
import { Store } from '../../../cloudfunctions/_kit/store'
import { held } from '../../support/invariants'
import { between } from '../paused-store'
import { freshPool, placeOf, startPools, wish } from '../pools'

let pools: Awaited<ReturnType<typeof startPools>>
beforeAll(async () => {
  pools = await startPools()
})
afterAll(() => pools.stop())

const STEPS = [1, 2, 3, 4]

const usable = async (one: Pool) =>
  (await pools.places(one)).filter(({ holder }) => !holder.startsWith('#')).length

test('a cut blocks free numbers from the top, a raise frees them again and then adds', async () => {
  const one = await freshPool(5)
  placeOf(await takePlace(new Store(), wish(one, 'p_a', { ranges: [{ from: 5, to: 5 }] })))
  expect(await setCapacity(new Store(), one, 3)).toBe(true)
  const blocked = (await pools.places(one)).filter(({ holder }) => holder.startsWith('#'))
  expect(blocked.map(({ no }) => no)).toEqual([3, 4])
  expect(await setCapacity(new Store(), one, 7)).toBe(true)
  expect(await pools.places(one)).toHaveLength(7)
  expect(await usable(one)).toBe(7)
})

test('below what is taken nothing changes and nobody is evicted', async () => {
  const one = await freshPool(3)
  for (const holder of ['p_a', 'p_b']) placeOf(await takePlace(new Store(), wish(one, holder)))
  const before = await pools.places(one)
  expect(await setCapacity(new Store(), one, 1)).toBe(false)
  expect(await pools.places(one)).toEqual(before)
  expect(await setCapacity(new Store(), one, 2)).toBe(true)
  expect((await takePlace(new Store(), wish(one, 'p_c'))).kind).toBe('full')
  expect((await takePlace(new Store(), wish(one, 'p_a'))).kind).toBe('held')
})

test.each(STEPS)('a place taken before call %i of a cut is kept', async before => {
  const one = await freshPool(3)
  const [cut, taken] = await between(
    before,
    store => setCapacity(store, one, 2),
    store => takePlace(store, wish(one, 'p_a', { ranges: [{ from: 3, to: 3 }] })),
  )
  expect(cut).toBe(true)
  expect(await usable(one)).toBe(2)
  if (taken.kind === 'taken') expect(held(await pools.places(one))).toMatchObject([{ holder: 'p_a', no: 3 }])
})
