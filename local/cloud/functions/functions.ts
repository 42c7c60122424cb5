import type { Clock } from '../../clock/clock'
import { CloudError } from '../cloud-error'
import { APP_ID, ENV_ID } from '../environment'
import type { Keys } from '../keys'
import { FunctionFolders, functionMissing, type FunctionFolder } from './function-folder'
import { FunctionPool } from './function-pool'
import { callEnv, instanceEnv } from './instance-env'
import { InstanceProcess } from './instance-process'
import { Invocations, type Call, type Invocation } from './invocation'
import type { CallMessage } from './message'

export interface FunctionsOptions {
  /** The folder of the built functions. */
  folder: string
  /** The bundle of instance.ts. */
  entry: string
  /** Most instances of one function, nested calls apart. */
  instances: number
  keys: Keys
  clock: Clock
  /** The gateway's address, known once it listens. */
  url: () => string
  log: (line: string) => void
  ended: (invocation: Invocation, ms: number, failed: boolean) => void
}

const TIDY_EVERY_MS = 5_000
const DEEPEST_CALL = 8

/** Runs cloud functions in child processes. */
export class Functions {
  readonly invocations = new Invocations()
  private readonly folders: FunctionFolders
  private readonly pools = new Map<string, FunctionPool>()
  private readonly tidying: NodeJS.Timeout

  constructor(private readonly options: FunctionsOptions) {
    this.folders = new FunctionFolders(options.folder)
    this.tidying = setInterval(() => this.pools.forEach(pool => pool.tidy()), TIDY_EVERY_MS)
    this.tidying.unref()
  }

  /** Resolves with the JSON of what the function returned; rejects with the cloud's FUNCTION… codes. */
  async call(call: Call): Promise<string> {
    const folder = this.folders.find(call.functionName)
    if (!folder) throw functionMissing()
    if (call.parent && call.parent.depth >= DEEPEST_CALL)
      throw new CloudError(
        'FUNCTIONS_EXECUTE_FAIL',
        `functions call each other more than ${DEEPEST_CALL} deep`,
      )
    const invocation = this.invocations.start(call)
    const since = performance.now()
    let failed = true
    try {
      const instance = await this.pool(call.functionName).acquire(invocation.depth)
      invocation.kill = () => instance.kill()
      const json = await instance.run(this.message(invocation, call.event, folder))
      failed = false
      return json
    } finally {
      this.invocations.end(invocation)
      this.options.ended(invocation, performance.now() - since, failed)
    }
  }

  counts(): Record<string, { busy: number; all: number }> {
    return Object.fromEntries([...this.pools].map(([name, pool]) => [name, pool.count()]))
  }

  stop() {
    clearInterval(this.tidying)
    for (const pool of this.pools.values())
      pool.stop(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the cloud stops'))
  }

  private message(invocation: Invocation, event: unknown, folder: FunctionFolder): CallMessage {
    const env = callEnv(invocation)
    const userInfo = { appId: APP_ID, openId: invocation.openid }
    return {
      id: invocation.id,
      event: typeof event === 'object' && event !== null ? { ...event, userInfo } : event,
      context: {
        request_id: invocation.id,
        function_name: folder.name,
        time_limit_in_ms: folder.timeoutSeconds * 1000,
        memory_limit_in_mb: 256,
        namespace: ENV_ID,
        environment: JSON.stringify(env),
      },
      env,
      clockOffset: this.options.clock.offset(),
    }
  }

  private pool(name: string): FunctionPool {
    const { options } = this
    let pool = this.pools.get(name)
    if (!pool) {
      pool = new FunctionPool({
        instances: options.instances,
        folder: () => this.folders.find(name),
        spawn: (folder, changed) =>
          new InstanceProcess(
            {
              entry: options.entry,
              folder,
              env: instanceEnv(options.url(), options.keys),
              clockOffset: options.clock.offset(),
              log: options.log,
            },
            changed,
          ),
      })
      this.pools.set(name, pool)
    }
    return pool
  }
}
