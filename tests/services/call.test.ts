import type { Reply } from '../../typings/contract'

type Answer = Reply<unknown> | 'lost'

interface Api {
  read(input: { n: number }): number
  write(input: { n: number }): number
}

const ok = (data: unknown): Answer => ({ ok: true, data, serverAt: Date.now() + 60_000 })
const crowded: Answer = {
  ok: false,
  code: 'CONFLICT_RETRY',
  detail: { retryAfterMs: 1 },
  serverAt: Date.now(),
}

/** The platform, with a network or without, giving these answers one after the other. */
function phone(answers: Answer[], networkType = 'wifi') {
  const sent: unknown[] = []
  const store = new Map<string, unknown>()
  const wx = {
    cloud: {
      callFunction: async (call: unknown) => {
        sent.push(call)
        const answer = answers.shift()
        if (!answer || answer === 'lost') throw new Error('cloud.callFunction:fail')
        return { result: answer }
      },
    },
    getNetworkType: async () => ({ networkType }),
    getStorageSync: (key: string) => store.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => store.set(key, value),
    removeStorageSync: (key: string) => store.delete(key),
  }
  Object.assign(globalThis, { wx })
  jest.resetModules()
  return { sent, store }
}

async function load() {
  const { client } = await import('../../miniprogram/services/call')
  return client<Api>('thing', ['read'])
}

test('an action sends its name and input, and answers with the data', async () => {
  const { sent } = phone([ok(7)])
  const things = await load()
  await expect(things.read({ n: 1 })).resolves.toBe(7)
  expect(sent).toEqual([{ name: 'thing', data: { action: 'read', input: { n: 1 } } }])
})

test('a lost answer to a read is asked once more in silence, to a write it is told', async () => {
  phone(['lost', ok(7)])
  await expect((await load()).read({ n: 1 })).resolves.toBe(7)
  const { sent } = phone(['lost', ok(7)])
  await expect((await load()).write({ n: 1 })).rejects.toMatchObject({ code: 'UNREACHABLE' })
  expect(sent).toHaveLength(1)
})

test('a crowd is tried again twice, then the person is told', async () => {
  phone([crowded, crowded, ok(7)])
  await expect((await load()).write({ n: 1 })).resolves.toBe(7)
  const { sent } = phone([crowded, crowded, crowded, ok(7)])
  await expect((await load()).write({ n: 1 })).rejects.toMatchObject({ code: 'CONFLICT_RETRY' })
  expect(sent).toHaveLength(3)
})

test('without a network it says so, and does not even call while it knows', async () => {
  const { sent } = phone(['lost'], 'none')
  const things = await load()
  await expect(things.read({ n: 1 })).rejects.toMatchObject({ code: 'OFFLINE' })
  await expect(things.read({ n: 1 })).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(sent).toHaveLength(1)
})

test('the phone learns the clock of the server from its answers', async () => {
  phone([ok(7)])
  await (await load()).read({ n: 1 })
  const { serverNow } = await import('../../miniprogram/services/clock')
  expect(Math.abs(serverNow() - Date.now() - 60_000)).toBeLessThan(500)
})

test('a stored copy stands in with its time while there is no network, and never for a refusal', async () => {
  phone([ok(7), 'lost'], 'none')
  const things = await load()
  const { cached } = await import('../../miniprogram/services/cached')
  await expect(cached('k', () => things.read({ n: 1 }))).resolves.toEqual({ value: 7 })
  await expect(cached('k', () => things.read({ n: 1 }))).resolves.toMatchObject({
    value: 7,
    copyAt: expect.any(Number),
  })
  phone([{ ok: false, code: 'NOT_FOUND', serverAt: 0 }])
  const again = await load()
  const { cached: fresh } = await import('../../miniprogram/services/cached')
  await expect(fresh('k', () => again.read({ n: 1 }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
