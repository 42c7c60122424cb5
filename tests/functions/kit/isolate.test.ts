import { isolate } from '../../../cloudfunctions/_kit/isolate'
import { waitAfter, waitSince } from '../../../cloudfunctions/_kit/setback'

const items = Array.from({ length: 100 }, (_, i) => i)

async function run(bad: number[]) {
  const done = new Set<number>()
  const failed: number[] = []
  let calls = 0
  await isolate(
    items,
    some => {
      calls++
      if (some.some(item => bad.includes(item))) return Promise.reject(new Error('bad'))
      for (const item of some) done.add(item)
      return Promise.resolve()
    },
    item => Promise.resolve(void failed.push(item)),
  )
  return { done: done.size, failed, calls }
}

test('when nothing fails, all are done at once', async () => {
  expect(await run([])).toEqual({ done: 100, failed: [], calls: 1 })
})

test('those that fail are found, and all the others are done', async () => {
  const { done, failed, calls } = await run([0, 57, 99])
  expect({ done, failed }).toEqual({ done: 97, failed: [0, 57, 99] })
  expect(calls).toBeLessThan(50)
})

test('a failure that cannot be noted ends it all', async () => {
  const down = () => Promise.reject(new Error('down'))
  await expect(isolate(items, down, down)).rejects.toThrow('down')
})

test('tries come ever later, an hour apart at most', () => {
  expect([0, 1, 2, 5, 6, 1000].map(waitAfter)).toEqual([1, 2, 4, 32, 60, 60].map(minutes => minutes * 60_000))
  const now = 10_000_000
  expect([now, now - 10 * 60_000, 0].map(since => waitSince(since, now))).toEqual([
    60_000, 600_000, 3_600_000,
  ])
})
