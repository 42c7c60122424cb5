import { fullness } from '../../../cloudfunctions/_kit/places/fullness'
import { freePlace } from '../../../cloudfunctions/_kit/places/place'
import { releasePlace, takePlace } from '../../../cloudfunctions/_kit/places/places'
import { Store } from '../../../cloudfunctions/_kit/store'
import { freshPool, later, newPool, placeOf, startPools, wish } from '../pools'

let pools: Awaited<ReturnType<typeof startPools>>
beforeAll(async () => {
  pools = await startPools()
})
afterAll(() => pools.stop())

test('refuses strangers without a call for one second, and never a holder', async () => {
  const one = await freshPool(1)
  const at = (now: number, holder: string) => wish(one, holder, { now })
  const start = later()
  placeOf(await takePlace(new Store(), at(start, 'p_a')))
  expect((await takePlace(new Store(), at(start, 'p_b'))).kind).toBe('full')
  const calls = async (now: number, holder: string) => {
    const store = new Store()
    const { kind } = await takePlace(store, at(now, holder))
    return [kind, store.calls]
  }
  expect(await calls(start + 999, 'p_c')).toEqual(['full', 0])
  expect((await calls(start + 999, 'p_a'))[0]).toBe('held')
  expect((await calls(start + 1000, 'p_c'))[1]).toBeGreaterThan(0)
})

test('its own release clears it', async () => {
  const one = await freshPool(1)
  const now = later()
  const place = placeOf(await takePlace(new Store(), wish(one, 'p_a', { now })))
  expect((await takePlace(new Store(), wish(one, 'p_b', { now }))).kind).toBe('full')
  await releasePlace(new Store(), place, later())
  expect(fullness.refuses(one.pool, [{ from: 1, to: 1 }], 'p_b', now)).toBe(false)
  expect((await takePlace(new Store(), wish(one, 'p_b', { now }))).kind).toBe('taken')
})

test('a pool of more places than one read gives is remembered with all its holders', async () => {
  const hall = newPool(1_050)
  const free = Array.from({ length: 1_050 }, (_, i) => freePlace(hall, i + 1))
  const taken = free.map(place => {
    const holder = `p_${String(place.no).padStart(4, '0')}`
    return { ...place, holder, state: 'HELD', nth: 0, capKey: `${holder}|x`, rid: `r${place.no}` }
  })
  for (let from = 0; from < taken.length; from += 350)
    await pools.cloud.db.collection('places').add(taken.slice(from, from + 350))
  const now = later()
  const ask = async (holder: string) => {
    const store = new Store()
    const { kind } = await takePlace(store, wish(hall, holder, { now }))
    return [kind, store.calls]
  }
  expect((await ask('p_late'))[0]).toBe('full')
  expect(await ask('p_later')).toEqual(['full', 0])
  expect((await ask('p_1050'))[0]).toBe('held')
})
