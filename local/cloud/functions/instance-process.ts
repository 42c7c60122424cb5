import { fork, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { CloudError } from '../cloud-error'
import type { FunctionFolder } from './function-folder'
import type { CallMessage, InstanceMessage } from './message'

export interface InstanceOptions {
  /** The bundle of instance.ts. */
  entry: string
  folder: FunctionFolder
  env: Record<string, string>
  clockOffset: number
  log: (line: string) => void
}

interface Pending {
  id: string
  resolve: (json: string) => void
  reject: (error: CloudError) => void
  timer: NodeJS.Timeout
}

/** The gateway's end of one function instance. */
export class InstanceProcess {
  state: 'starting' | 'idle' | 'busy' | 'dead' = 'starting'
  /** Machine's epoch ms; 0 until the function was loaded. */
  idleSince = 0
  private readonly child: ChildProcess
  private pending: Pending | undefined

  constructor(
    private readonly options: InstanceOptions,
    private readonly changed: (instance: InstanceProcess) => void,
  ) {
    const { entry, folder, env, log } = options
    this.child = fork(entry, [folder.path, String(options.clockOffset)], {
      env,
      cwd: folder.path,
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [this.child.stdout, this.child.stderr])
      if (stream) createInterface(stream).on('line', line => log(`[${folder.name}] ${line}`))
    this.child.on('message', message => this.receive(message as InstanceMessage))
    this.child.on('error', error => {
      log(`[${folder.name}] ${error.message}`)
      // a process that could not be started never exits
      if (this.child.pid === undefined) this.exited(error.message)
    })
    this.child.on('exit', (code, signal) => this.exited(signal ?? `code ${code}`))
  }

  get version() {
    return this.options.folder.version
  }

  /** Resolves with the JSON of the result. Only an idle instance may be given a call. */
  run(call: CallMessage): Promise<string> {
    this.state = 'busy'
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.timedOut(), this.options.folder.timeoutSeconds * 1000)
      this.pending = { id: call.id, resolve, reject, timer }
      this.child.send(call)
    })
  }

  kill() {
    this.state = 'dead'
    this.child.kill('SIGKILL')
  }

  private receive(message: InstanceMessage) {
    if (this.state === 'dead') return
    if (message.kind === 'ready') return this.becomeIdle()
    const pending = this.take()
    if (pending?.id !== message.id) return
    this.becomeIdle()
    if (message.kind === 'done') pending.resolve(message.json)
    else pending.reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', message.error))
  }

  private becomeIdle() {
    this.state = 'idle'
    this.idleSince = Date.now()
    this.changed(this)
  }

  private timedOut() {
    const seconds = this.options.folder.timeoutSeconds
    this.kill()
    this.take()?.reject(
      new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`),
    )
  }

  private exited(how: string) {
    this.state = 'dead'
    this.take()?.reject(
      new CloudError(
        'FUNCTIONS_EXECUTE_FAIL',
        `Process exited unexpectedly before completing request (${how})`,
      ),
    )
    this.changed(this)
  }

  private take(): Pending | undefined {
    const pending = this.pending
    this.pending = undefined
    clearTimeout(pending?.timer)
    return pending
  }
}
