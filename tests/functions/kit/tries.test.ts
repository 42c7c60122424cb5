import { Store } from '../../../cloudfunctions/_kit/store'
import { DAY_MS, limitTries } from '../../../cloudfunctions/_kit/tries'
import { instant } from '../../../miniprogram/shared/time'
import { startPools } from '../pools'

let pools: Awaited<ReturnType<typeof startPools>>
beforeAll(async () => {
  pools = await startPools()
})
afterAll(() => pools.stop())

const noon = instant('2026-09-16', '12:00')
const refused = { code: 'RATE_LIMITED' }

test('so many tries in a minute, and as many in the next one', async () => {
  const store = new Store()
  for (let turn = 0; turn < 3; turn++) await limitTries(store, 'minute', noon, 3)
  await expect(limitTries(store, 'minute', noon + 59_000, 3)).rejects.toMatchObject({
    ...refused,
    detail: { retryAfterMs: 1000 },
  })
  await limitTries(store, 'minute', noon + 60_000, 3)
})

test('a day is one of Shanghai: at midnight there one may try again', async () => {
  const store = new Store()
  const midnight = instant('2026-09-17', '00:00')
  await limitTries(store, 'day', noon, 1, DAY_MS)
  await expect(limitTries(store, 'day', midnight - 1, 1, DAY_MS)).rejects.toMatchObject({
    ...refused,
    detail: { retryAfterMs: 1 },
  })
  await limitTries(store, 'day', midnight, 1, DAY_MS)
})

test('exact, whatever runs at once; and the first one costs one call', async () => {
  const store = new Store()
  const tries = await Promise.allSettled(Array.from({ length: 9 }, () => limitTries(store, 'burst', noon, 4)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
  const before = store.calls
  await limitTries(store, 'first', noon, 4)
  expect(store.calls - before).toBe(1)
})
