import type { Sized } from '../../../cloudfunctions/_kit/places/capacity'
import { blockFree, fitPlaces, putBack } from '../../../cloudfunctions/_kit/places/capacity'
import { nobody } from '../../../cloudfunctions/_kit/places/place'
import { takePlace } from '../../../cloudfunctions/_kit/places/places'
import { Store } from '../../../cloudfunctions/_kit/store'
import { held } from '../../support/invariants'
import { between } from '../paused-store'
import { freshPool, later, newPool, placeOf, startPools, wish } from '../pools'

let pools: Awaited<ReturnType<typeof startPools>>
beforeAll(async () => {
  pools = await startPools()
})
afterAll(() => pools.stop())

const STEPS = [1, 2, 3, 4]
const store = () => new Store()
const sized = async (maxNo: number, blocked = 0): Promise<Sized> => ({ ...(await freshPool(maxNo)), blocked })
const withdrawn = async (one: Sized) => (await pools.places(one)).filter(({ state }) => state === 'BLOCKED')
const usable = async (one: Sized) => (await pools.places(one)).length - (await withdrawn(one)).length

test('a cut blocks free numbers from the top, a raise frees them again and then adds', async () => {
  const one = await sized(5)
  placeOf(await takePlace(store(), wish(one, 'p_a', { ranges: [{ from: 5, to: 5 }] })))
  expect(await blockFree(store(), one, '', 2, later())).toHaveLength(2)
  expect((await withdrawn(one)).map(({ no }) => no)).toEqual([3, 4])
  await fitPlaces(store(), { ...one, maxNo: 7, blocked: 0 }, 0, later())
  expect(await pools.places(one)).toHaveLength(7)
  expect(await usable(one)).toBe(7)
})

test('below what is taken nothing changes and nobody is evicted', async () => {
  const one = await sized(3)
  for (const holder of ['p_a', 'p_b']) placeOf(await takePlace(store(), wish(one, holder)))
  const before = await pools.places(one)
  expect(await blockFree(store(), one, '', 2, later())).toBeUndefined()
  expect(await pools.places(one)).toEqual(before)
  expect(await blockFree(store(), one, '', 1, later())).toHaveLength(1)
  expect((await takePlace(store(), wish(one, 'p_c'))).kind).toBe('full')
  expect((await takePlace(store(), wish(one, 'p_a'))).kind).toBe('held')
})

test.each(STEPS)('a place taken before call %i of a cut is kept', async before => {
  const one = await sized(3)
  const [cut, taken] = await between(
    before,
    store => blockFree(store, one, '', 1, later()),
    store => takePlace(store, wish(one, 'p_a', { ranges: [{ from: 3, to: 3 }] })),
  )
  expect(cut).toHaveLength(1)
  expect(await usable(one)).toBe(2)
  if (taken.kind === 'taken') expect(held(await pools.places(one))).toMatchObject([{ holder: 'p_a', no: 3 }])
})

test('who gives up a cut puts back its own numbers, not those that another withdrew since', async () => {
  const one = await sized(3)
  const mine = (await blockFree(store(), one, '', 1, later())) ?? []
  const [third] = mine
  if (!third) throw new Error('one was withdrawn')
  await store().change('places', { _id: third._id }, nobody(third))
  await blockFree(store(), one, '', 1, later())
  await putBack(store(), mine)
  expect((await withdrawn(one)).map(({ no }) => no)).toEqual([3])
  await fitPlaces(store(), one, 0, later())
  expect(await withdrawn(one)).toEqual([])
})

test('as many new numbers as people wait stay closed until the queue was asked', async () => {
  const one = await sized(2)
  await blockFree(store(), one, '', 1, later())
  await fitPlaces(store(), { ...one, maxNo: 5 }, 2, later())
  expect((await withdrawn(one)).map(({ no, step }) => [no, step])).toEqual([
    [2, 'HEAL'],
    [3, 'HEAL'],
  ])
  await fitPlaces(store(), { ...one, maxNo: 5 }, 2, later())
  expect(await pools.places(one)).toHaveLength(5)
  expect(await withdrawn(one)).toHaveLength(2)
})

test('two that fit one pool at the same time end in the same, wherever they meet', async () => {
  for (const before of [1, 2, 3, 4, 5]) {
    const one = await sized(4)
    await blockFree(store(), one, '', 3, later())
    const target = { ...one, maxNo: 6, blocked: 1 }
    await between(
      before,
      store => fitPlaces(store, target, 0, later()),
      store => fitPlaces(store, target, 0, later()),
    )
    expect(await usable(one)).toBe(5)
  }
})

test('too little withdrawn is made up for, as far as numbers are free', async () => {
  const one = await sized(3)
  for (const holder of ['p_a', 'p_b']) placeOf(await takePlace(store(), wish(one, holder)))
  await fitPlaces(store(), { ...one, blocked: 2 }, 0, later())
  expect((await withdrawn(one)).map(({ no }) => no)).toEqual([3])
})

test('each segment counts by itself, its added numbers included', async () => {
  const segment = (key: string, from: number, to: number, blocked = 0) => ({
    ...{ key, label: key, from, to, employments: [], blocked },
  })
  const one: Sized = { ...newPool(5), segments: [segment('a', 1, 2), segment('b', 3, 5)], blocked: 0 }
  await fitPlaces(store(), one, 0, later())
  expect(await blockFree(store(), one, 'b', 2, later())).toHaveLength(2)
  expect(await blockFree(store(), one, 'b', 2, later())).toBeUndefined()
  const segments = [segment('a', 1, 2), segment('b', 3, 5, 2), segment('a', 6, 7, 1)]
  await fitPlaces(store(), { ...one, segments, maxNo: 7, blocked: 3 }, 0, later())
  expect((await withdrawn(one)).map(({ no, segment }) => [no, segment])).toEqual([
    [4, 'b'],
    [5, 'b'],
    [7, 'a'],
  ])
})
