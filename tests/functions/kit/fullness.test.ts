import { fullness } from '../../../cloudfunctions/_kit/fullness'
import { releasePlace, takePlace } from '../../../cloudfunctions/_kit/places'
import { Store } from '../../../cloudfunctions/_kit/store'
import { freshPool, later, placeOf, startPools, wish } from '../pools'

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
  await releasePlace(new Store(), place)
  expect(fullness.refuses(one.pool, [{ from: 1, to: 1 }], 'p_b', now)).toBe(false)
  expect((await takePlace(new Store(), wish(one, 'p_b', { now }))).kind).toBe('taken')
})
