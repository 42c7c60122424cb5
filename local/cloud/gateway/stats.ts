import type { Invocation } from '../functions/invocation'

interface CallStats {
  count: number
  failed: number
  /** Sum over the calls; waiting for an instance included. */
  ms: number
  databaseCalls: number
  /** How many calls made how many database calls. */
  spread: Record<number, number>
}

/** What happened since the last reset. */
export class Stats {
  /** By `function.action`, or the function's name where calls have no action. */
  calls: Record<string, CallStats> = {}
  /** Requests of the SDK by action. */
  requests: Record<string, number> = {}

  reset() {
    this.calls = {}
    this.requests = {}
  }

  request(action: string) {
    this.requests[action] = (this.requests[action] ?? 0) + 1
  }

  ended({ functionName, action, databaseCalls }: Invocation, ms: number, failed: boolean) {
    const name = action === undefined ? functionName : `${functionName}.${action}`
    const stats = (this.calls[name] ??= { count: 0, failed: 0, ms: 0, databaseCalls: 0, spread: {} })
    stats.count += 1
    stats.failed += Number(failed)
    stats.ms += ms
    stats.databaseCalls += databaseCalls
    stats.spread[databaseCalls] = (stats.spread[databaseCalls] ?? 0) + 1
  }
}
