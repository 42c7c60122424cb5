import { setTimeout as sleep } from 'node:timers/promises'
import type { Invocation } from '../functions/invocation'

/** A fault to inject: for one function, and one of its actions if named. */
export interface Fault {
  function: string
  action?: string
  /** Ends the instance after its n-th database call of an invocation was applied, before it is answered. */
  killAfterCall?: number
  /** Runs the call and then drops the answer of `/call`. */
  loseAnswer?: boolean
  times?: number
}

export class Faults {
  private latencyMs = 0
  private waiting: (Fault & { times: number })[] = []

  add(fault: Fault) {
    this.waiting.push({ ...fault, times: fault.times ?? 1 })
  }

  setLatency(ms: number) {
    this.latencyMs = ms
  }

  clear() {
    this.waiting = []
    this.latencyMs = 0
  }

  /** Before a database call. */
  async delay() {
    if (this.latencyMs > 0) await sleep(this.latencyMs)
  }

  /** After a database call: true when the instance was ended, so that nobody is left to answer. */
  strike(invocation: Invocation): boolean {
    const hit = this.use(invocation, fault => fault.killAfterCall === invocation.databaseCalls)
    if (hit) invocation.kill?.()
    return hit
  }

  losesAnswer(call: Pick<Invocation, 'functionName' | 'action'>): boolean {
    return this.use(call, fault => fault.loseAnswer === true)
  }

  private use(call: Pick<Invocation, 'functionName' | 'action'>, kind: (fault: Fault) => boolean): boolean {
    const fault = this.waiting.find(
      ({ function: name, action, ...fault }) =>
        name === call.functionName &&
        (action === undefined || action === call.action) &&
        kind({ function: name, ...fault }),
    )
    if (!fault) return false
    fault.times -= 1
    if (fault.times <= 0) this.waiting = this.waiting.filter(other => other !== fault)
    return true
  }
}
