import { InstanceCache } from '../../../cloudfunctions/_kit/cache'

test('a value is remembered for its time and not a moment longer', async () => {
  const cache = new InstanceCache<number>(2000)
  let loads = 0
  const load = async () => ++loads
  expect(await cache.get('a', 1000, load)).toBe(1)
  expect(await cache.get('a', 2999, load)).toBe(1)
  expect(await cache.get('a', 3000, load)).toBe(2)
})

test('when the clock is set back, what was remembered is not trusted', async () => {
  const cache = new InstanceCache<number>(2000)
  cache.put('a', 5000, 1)
  expect(cache.peek('a', 4999)).toBeUndefined()
})

test('what was missing is asked for again', async () => {
  const cache = new InstanceCache<number>(2000)
  expect(await cache.get('a', 1, async () => undefined)).toBeUndefined()
  expect(await cache.get('a', 1, async () => 7)).toBe(7)
})

test('it forgets by key and by beginning, and does not grow without end', () => {
  const cache = new InstanceCache<number>(2000)
  for (let i = 0; i < 2500; i++) cache.put(`pool:${i}`, 1, i)
  expect(cache.peek('pool:0', 1)).toBeUndefined()
  expect(cache.peek('pool:2499', 1)).toBe(2499)
  cache.forget('pool:2499')
  expect(cache.peek('pool:2499', 1)).toBeUndefined()
  cache.forgetAll('pool:')
  expect(cache.peek('pool:2400', 1)).toBeUndefined()
})
