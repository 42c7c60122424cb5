import type { Clock } from '../../clock/clock'
import type { Demo } from '../demo'
import type { Functions } from '../functions/functions'
import type { OpenApi } from '../openapi/open-api'
import type { Script } from '../openapi/verdict'
import type { Timers } from '../timers/timers'
import type { Fault, Faults } from './faults'
import { readBody } from './request-body'
import { sendJson, type Route } from './route'
import type { Stats } from './stats'

interface ControlParts {
  demo: Demo
  clock: Clock
  openApi: OpenApi
  functions: Functions
  timers: Timers
  faults: Faults
  stats: Stats
}

const LONGEST_BODY = 1024 * 1024
const SHOWN_OF_OUTBOX = 50

type Handler = (body: Record<string, unknown>) => unknown

/** `/local/…`: what the workbench, the tests and the bench may see and set. JSON both ways. */
export function controlRoute(parts: ControlParts): Route {
  const handlers = handlersOf(parts)
  return async (request, response, path) => {
    const name = `${request.method} ${path}`
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
    if (!handler) return sendJson(response, 404, { errMsg: `no ${name} below /local` })
    try {
      const body = (await readBody(request, LONGEST_BODY))?.toString() || '{}'
      sendJson(response, 200, (await handler({ ...(JSON.parse(body) as object) })) ?? {})
    } catch (error) {
      sendJson(response, 400, { errMsg: String(error) })
    }
  }
}

function handlersOf({
  demo,
  clock,
  openApi,
  functions,
  timers,
  faults,
  stats,
}: ControlParts): Record<string, Handler> {
  const time = () => ({ now: clock.now(), offset: clock.offset() })
  return {
    'GET state': async () => ({
      ...time(),
      personas: demo.personas(),
      codes: await demo.codes(),
      places: demo.places(),
      outbox: openApi.outbox.sent.slice(-SHOWN_OF_OUTBOX),
    }),
    'POST clock': ({ advanceMs, at }) => {
      if (typeof at === 'number') clock.set(at)
      else clock.advance(number(advanceMs, 'advanceMs or at'))
      timers.look()
      return time()
    },
    'POST timer': async body => ({
      result: JSON.parse(await timers.run(string(body['function'], 'function'))) as unknown,
    }),
    'POST phone-code': ({ openid }) => ({ code: openApi.phoneCodes.issue(string(openid, 'openid')) }),
    'GET outbox': () => openApi.outbox.sent,
    'POST openapi': body => {
      string(body['api'], 'api')
      openApi.scripts.add(body as unknown as Script)
    },
    'POST faults': body => {
      if ('latencyMs' in body) faults.setLatency(number(body['latencyMs'], 'latencyMs'))
      if ('killAfterCall' in body || 'loseAnswer' in body) {
        string(body['function'], 'function')
        faults.add(body as unknown as Fault)
      }
    },
    'POST faults/reset': () => faults.clear(),
    'GET stats': () => ({
      calls: stats.calls,
      requests: stats.requests,
      instances: functions.counts(),
      rss: process.memoryUsage.rss(),
    }),
    'POST stats/reset': () => stats.reset(),
  }
}

function number(value: unknown, name: string): number {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number`)
  return value
}

function string(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new TypeError(`${name} must be a string`)
  return value
}
