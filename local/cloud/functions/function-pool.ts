import { CloudError } from '../cloud-error'
import { functionMissing } from './function-folder'
import type { FunctionFolder } from './function-folder'
import type { InstanceProcess } from './instance-process'
import { WaitingLine } from './waiting-line'

export interface PoolOptions {
  /** Most instances that calls from outside may take; each level of nesting has as many more, so that nested calls never deadlock. */
  instances: number
  spawn(folder: FunctionFolder, changed: (instance: InstanceProcess) => void): InstanceProcess
  /** The function as it is deployed now. */
  folder(): FunctionFolder | undefined
}

interface Waiter {
  take(instance: InstanceProcess): void
  fail(error: Error): void
}

const IDLE_MS = 60_000
const NEVER_READY = 'Process exited unexpectedly while the function was loaded'

/** The instances of one function. An instance runs one call at a time; calls that find none idle wait, deeper ones first. */
export class FunctionPool {
  private readonly instances = new Set<InstanceProcess>()
  private readonly waiters = new WaitingLine<Waiter>()

  constructor(private readonly options: PoolOptions) {}

  /** Resolves with an instance that is this caller's alone, until the call it runs has ended. */
  acquire(depth: number): Promise<InstanceProcess> {
    return new Promise((take, fail) => {
      this.waiters.push(depth, { take, fail })
      this.dispatch()
    })
  }

  count() {
    return { busy: this.in('busy').length, all: this.instances.size }
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
    this.refuse(reason)
    for (const instance of this.instances) this.end(instance)
  }

  private dispatch() {
    const folder = this.options.folder()
    for (let instance = this.idle(folder?.version); instance; instance = this.idle(folder?.version)) {
      const busy = this.in('busy').length
      const waiter = this.waiters.take(depth => busy < this.most(depth))
      if (!waiter) break
      // marked at once: its call starts a tick later
      instance.state = 'busy'
      waiter.take(instance)
    }
    if (folder) this.grow(folder)
    else this.refuse(functionMissing())
  }

  private refuse(reason: Error) {
    for (let waiter = this.waiters.take(); waiter; waiter = this.waiters.take()) waiter.fail(reason)
  }

  /** What calls of this depth leave free is there for deeper ones. */
  private most(depth: number): number {
    return this.options.instances * (depth + 1)
  }

  private in(state: InstanceProcess['state']): InstanceProcess[] {
    return [...this.instances].filter(instance => instance.state === state)
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
    let coming = this.in('starting').length + this.in('idle').length
    for (const [depth, length] of this.waiters.lengths()) {
      const wanted = Math.min(length - coming, this.most(depth) - this.instances.size)
      for (let i = 0; i < wanted; i++)
        this.instances.add(this.options.spawn(folder, instance => this.changed(instance)))
      coming = Math.max(0, coming - length)
    }
  }

  private changed(instance: InstanceProcess) {
    if (instance.state === 'dead') {
      this.instances.delete(instance)
      // a function that ends its process while it is loaded would be started for ever
      if (instance.idleSince === 0)
        this.waiters.take()?.fail(new CloudError('FUNCTIONS_EXECUTE_FAIL', NEVER_READY))
    }
    this.dispatch()
  }

  private end(instance: InstanceProcess) {
    this.instances.delete(instance)
    instance.kill()
  }
}
