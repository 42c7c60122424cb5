import { DYNAMIC_CURRENT_ENV, getWXContext, init } from 'wx-server-sdk'
import type { Reply } from '../../typings/contract'
import { AppError } from './errors'
import { logRequest } from './log'
import { Store } from './store'

/** What a timer's work is given. `now` is epoch ms, read once. */
export interface Tick {
  now: number
  store: Store
}

type Main = (event: unknown, context: { request_id?: string }) => Promise<Reply<null>>

/** Turns work into the entry of a function that its timer calls; everybody else hears NO_PERMISSION. */
export function serveTimer(fn: string, run: (tick: Tick) => Promise<void>): Main {
  init({ env: DYNAMIC_CURRENT_ENV as unknown as string })
  return async (_event, { request_id: requestId = '' }) => {
    const began = performance.now()
    const now = Date.now()
    const store = new Store()
    let reply: Reply<null> = { ok: true, data: null, serverAt: now }
    let failure: unknown
    try {
      const { SOURCE: source, OPENID: openid } = getWXContext()
      if (source !== 'wx_trigger' || openid) throw new AppError('NO_PERMISSION')
      await run({ now, store })
    } catch (error) {
      const refused = error instanceof AppError
      if (!refused) failure = error
      reply = refused
        ? { ok: false, code: error.code, serverAt: now }
        : { ok: false, code: 'INTERNAL', detail: { requestId }, serverAt: now }
    }
    const code = reply.ok ? 'OK' : reply.code
    const ms = Math.round(performance.now() - began)
    logRequest({ fn, action: 'timer', code, ms, calls: store.calls, requestId }, failure)
    return reply
  }
}
