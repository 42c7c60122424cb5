import type { Actions, InputOf, OutputOf, Reply } from '../../typings/contract'
import { learnClock } from './clock'
import { AppFailure } from './failure'
import { askNetwork, isOnline } from './network'

/** One function as a page sees it: its actions, each answering with data or throwing AppFailure. */
export type Client<Api> = { [K in keyof Api]: (input: InputOf<Api, K>) => Promise<OutputOf<Api, K>> }

/** Times a crowded answer is asked again before the person is told. */
const CROWDED_RETRIES = 2
const CROWDED_WAIT_MS = 600

const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** `reads` change nothing, so one lost answer is asked again in silence. */
export function client<Api extends Actions<Api>>(
  name: string,
  reads: readonly (keyof Api & string)[],
): Client<Api> {
  const harmless: readonly string[] = reads
  return new Proxy({} as Client<Api>, {
    // `then` is no action: a client that is awaited must not look like a promise
    get: (_, action: string) =>
      action === 'then'
        ? undefined
        : (input: unknown) => call(name, action, input, harmless.includes(action) ? 1 : 0),
  })
}

async function call(name: string, action: string, input: unknown, lostRetries: number): Promise<unknown> {
  for (let crowded = 0; ; crowded++) {
    const reply = await send(name, action, input, lostRetries)
    if (reply.ok) return reply.data
    if (reply.code !== 'CONFLICT_RETRY' || crowded === CROWDED_RETRIES)
      throw new AppFailure(reply.code, reply.detail)
    await wait(reply.detail?.retryAfterMs ?? CROWDED_WAIT_MS)
  }
}

async function send(name: string, action: string, input: unknown, retries: number): Promise<Reply<unknown>> {
  if (!isOnline()) throw new AppFailure('OFFLINE')
  const sentAt = Date.now()
  try {
    const { result } = await wx.cloud.callFunction({ name, data: { action, input } })
    const reply = result as unknown as Reply<unknown>
    learnClock(reply.serverAt, sentAt, Date.now())
    return reply
  } catch {
    // WeChat's reasons differ by version and say nothing a person could use; what matters is whether there is a network.
    if (!(await askNetwork())) throw new AppFailure('OFFLINE')
    if (retries === 0) throw new AppFailure('UNREACHABLE')
  }
  return send(name, action, input, retries - 1)
}
