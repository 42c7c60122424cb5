import type { Clock } from '../../clock/clock'
import type { Functions } from '../functions/functions'
import { TIMER_SOURCE } from '../functions/instance-env'
import { dueBetween } from './cron'
import { triggerOf, type Trigger } from './trigger'

export interface TimersOptions {
  /** The folder of the built functions. */
  folder: string
  functions: Functions
  clock: Clock
  log: (line: string) => void
}

const LOOK_EVERY_MS = 500

/** Calls functions as their timers do, by the local clock. */
export class Timers {
  /** Until when nothing is left due, epoch ms of the local clock; only while timers fire by themselves. */
  private readonly doneUntil = new Map<Trigger, number>()
  private readonly running = new Set<Trigger>()
  private looking: NodeJS.Timeout | undefined

  constructor(private readonly options: TimersOptions) {}

  /** From now on these fire by themselves. */
  start(triggers: readonly Trigger[]) {
    for (const trigger of triggers) this.doneUntil.set(trigger, this.options.clock.now())
    this.looking = setInterval(() => this.look(), LOOK_EVERY_MS)
    this.looking.unref()
  }

  stop() {
    clearInterval(this.looking)
    this.doneUntil.clear()
  }

  /** Fires what is due; what came due several times since the last look fires once. */
  look() {
    const now = this.options.clock.now()
    for (const [trigger, since] of this.doneUntil) {
      // due while it still runs: looked at again when that run is over
      if (this.running.has(trigger)) continue
      this.doneUntil.set(trigger, now)
      if (dueBetween(trigger.cron, since, now) !== undefined) void this.fire(trigger)
    }
  }

  /** One run now, beside whatever runs; answers the JSON of what the function returned. */
  run(functionName: string): Promise<string> {
    const trigger = triggerOf(this.options.folder, functionName)
    if (!trigger) throw new TypeError(`${functionName} has no timer`)
    return this.call(trigger)
  }

  private async fire(trigger: Trigger) {
    this.running.add(trigger)
    try {
      await this.call(trigger)
    } catch (error) {
      this.options.log(`[${trigger.functionName}] timer ${trigger.name}: ${String(error)}`)
    } finally {
      this.running.delete(trigger)
    }
  }

  private call({ functionName, name }: Trigger): Promise<string> {
    const time = new Date(this.options.clock.now()).toISOString()
    const event = { Type: 'Timer', TriggerName: name, Time: time.replace(/\.\d+/, ''), Message: '' }
    return this.options.functions.call({ functionName, event, openid: undefined, source: TIMER_SOURCE })
  }
}
