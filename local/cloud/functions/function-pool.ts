import { CloudError } from '../cloud-error'
import type { FunctionFolder } from './function-folder'
import { InstanceProcess } from './instance-process'
import type { CallMessage } from './message'

export interface PoolOptions {
  /** Instances for calls from outside; each level of nesting may have as many again, so that nested calls never deadlock. */
  instances: number
  spawn(folder: FunctionFolder, changed: (instance: InstanceProcess) => void): InstanceProcess
  /** The function as it is deployed now. */
  folder(): FunctionFolder | undefined
}

interface Waiter {
  depth: number
  take(instance: InstanceProcess): void
  fail(error: Error): void
}

const IDLE_MS = 60_000
const NEVER_READY = 'Process exited unexpectedly while the function was loaded'

/** The instances of one function. An instance runs one call at a time; calls that find none idle wait, deeper ones first. */
export class FunctionPool {
  private readonly instances = new Set<InstanceProcess>()
  private readonly waiters: Waiter[] = []

  constructor(private readonly options: PoolOptions) {}

  async run(call: CallMessage, depth: number, started: (instance: InstanceProcess) => void): Promise<string> {
    const instance = await new Promise<InstanceProcess>((take, fail) => {
      this.waiters.push({ depth, take, fail })
      this.waiters.sort((a, b) => b.depth - a.depth)
      this.dispatch()
    })
    started(instance)
    return instance.run(call)
  }

  count() {
    const states = [...this.instances].map(instance => instance.state)
    return { busy: states.filter(state => state === 'busy').length, all: states.length }
  }

  /** Ends instances that nobody needed for a while, and idle ones of an older build. */
  tidy() {
    const version = this.options.folder()?.version
    for (const instance of this.instances)
      if (
        instance.state === 'idle' &&
        (instance.version !== version || Date.now() - instance.idleSince > IDLE_MS)
      )
        this.end(instance)
  }

  stop(reason: Error) {
    for (const waiter of this.waiters.splice(0)) waiter.fail(reason)
    for (const instance of this.instances) this.end(instance)
  }

  private dispatch() {
    const folder = this.options.folder()
    for (const waiter of [...this.waiters]) {
      const instance = this.idle(folder?.version)
      if (!instance) break
      this.waiters.splice(this.waiters.indexOf(waiter), 1)
      // marked at once: `run` starts a tick later
      instance.state = 'busy'
      waiter.take(instance)
    }
    if (folder) this.grow(folder)
  }

  private idle(version: number | undefined): InstanceProcess | undefined {
    for (const instance of this.instances) {
      if (instance.state !== 'idle') continue
      if (instance.version === version) return instance
      this.end(instance)
    }
    return undefined
  }

  private grow(folder: FunctionFolder) {
    const deepest = this.waiters[0]?.depth
    if (deepest === undefined) return
    const starting = [...this.instances].filter(instance => instance.state === 'starting').length
    const room = this.options.instances * (deepest + 1) - this.instances.size
    const wanted = Math.min(this.waiters.length - starting, room)
    for (let i = 0; i < wanted; i++)
      this.instances.add(this.options.spawn(folder, instance => this.changed(instance)))
  }

  private changed(instance: InstanceProcess) {
    if (instance.state === 'dead') {
      this.instances.delete(instance)
      // a function that ends its process while it is loaded would be started for ever
      if (instance.idleSince === 0)
        this.waiters.shift()?.fail(new CloudError('FUNCTIONS_EXECUTE_FAIL', NEVER_READY))
    }
    this.dispatch()
  }

  private end(instance: InstanceProcess) {
    this.instances.delete(instance)
    instance.kill()
  }
}
