/** A local cloud of its own for a test: the bundled program in a child process, on a free port, in a temporary folder. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { init } from '@cloudbase/node-sdk'
import type { Fault } from '../../local/cloud/gateway/faults'
import type { Sent } from '../../local/cloud/openapi/outbox'
import type { Script } from '../../local/cloud/openapi/verdict'
import { startProgram, type Program } from './cloud-program'

const root = path.resolve(__dirname, '../..')

export interface TestCloudOptions {
  /** Built functions; the project's own unless told. */
  functions?: string
  /** Most instances of one function. */
  instances?: number
  /** Timer triggers fire by themselves. */
  timers?: boolean
  /** Added to every database call. */
  latencyMs?: number
  /** Files of the data folder before the first start, by their path in it. */
  files?: Record<string, string>
}

/** A call that did not reach an answer of the function; status 0 when the connection broke. */
export class CallFailed extends Error {
  constructor(
    readonly status: number,
    readonly errCode: number | undefined,
    readonly errMsg: string,
  ) {
    super(`${status} ${errMsg}`)
  }
}

interface Time {
  now: number
  offset: number
}

interface StatsReport {
  calls: Record<
    string,
    { count: number; failed: number; ms: number; databaseCalls: number; spread: Record<string, number> }
  >
  requests: Record<string, number>
  instances: Record<string, { busy: number; all: number }>
  rss: number
}

export type TestCloud = Awaited<ReturnType<typeof startTestCloud>>

export async function startTestCloud(options: TestCloudOptions = {}) {
  const needed = options.functions === undefined ? ['cloud', 'functions'] : ['cloud']
  execFileSync(process.execPath, [path.join(root, 'scripts/bundle.mjs'), ...needed], { stdio: 'inherit' })
  const data = mkdtempSync(path.join(tmpdir(), 'gongjia-test-'))
  for (const [name, content] of Object.entries(options.files ?? {})) {
    mkdirSync(path.dirname(path.join(data, name)), { recursive: true })
    writeFileSync(path.join(data, name), content)
  }
  const functions = options.functions ?? path.join(root, 'dist/cloudfunctions')
  const args = ['--data', data, '--functions', functions, '--instances', String(options.instances ?? 4)]
  if (options.timers) args.push('--timers')
  const lines: string[] = []
  const start = (port: number) =>
    startProgram(path.join(root, 'dist/local/cli.js'), [...args, '--port', String(port)], lines)

  let program: Program = await start(0)
  const { url, port } = program
  const db = database(url)

  async function local<T>(method: 'GET' | 'POST', name: string, body?: object): Promise<T> {
    const response = await fetch(`${url}/local/${name}`, { method, body: body && JSON.stringify(body) })
    const answer = (await response.json()) as T & { errMsg?: string }
    if (!response.ok) throw new Error(`/local/${name}: ${answer.errMsg}`)
    return answer
  }

  const setLatency = () => local('POST', 'faults', { latencyMs: options.latencyMs ?? 0 })
  await setLatency()

  return {
    url,
    data,
    /** What the program has printed, functions' own lines included. */
    lines,
    /** Calls a function as this person's phone would. `T` is what the caller expects the function to answer. */
    async call<T = unknown>(
      functionName: string,
      openid: string | undefined,
      event: object = {},
    ): Promise<T> {
      const headers: Record<string, string> = openid === undefined ? {} : { 'x-local-openid': openid }
      const answer = await fetch(`${url}/call/${functionName}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(event),
      })
        .then(async response => ({ status: response.status, body: (await response.json()) as unknown }))
        .catch((error: unknown) => {
          throw new CallFailed(0, undefined, String(error))
        })
      if (answer.status === 200) return answer.body as T
      const { errCode, errMsg } = answer.body as { errCode?: number; errMsg: string }
      throw new CallFailed(answer.status, errCode, errMsg)
    },
    /** The environment with which a program of its own reaches this cloud through the SDK. */
    sdk: (): Record<string, string> => ({
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
      TENCENTCLOUD_SECRETID: 'test',
      TENCENTCLOUD_SECRETKEY: 'test',
    }),
    /** The database through the real SDK, in the test's own process. */
    db,
    /** Documents that match, at most 1000; `T` is what the caller knows of them. */
    async find<T = Record<string, unknown>>(collection: string, where: object = {}): Promise<T[]> {
      const { data } = await db.collection(collection).where(where).limit(1000).get()
      return data as T[]
    },
    async count(collection: string, where: object = {}): Promise<number> {
      const { total } = (await db.collection(collection).where(where).count()) as { total: number }
      return total
    },
    faults: {
      add: (fault: Fault) => local('POST', 'faults', fault),
      latency: (latencyMs: number) => local('POST', 'faults', { latencyMs }),
      reset: () => local('POST', 'faults/reset'),
    },
    stats: {
      read: () => local<StatsReport>('GET', 'stats'),
      reset: () => local('POST', 'stats/reset'),
    },
    clock: {
      read: () => local<Time>('GET', 'state'),
      advance: (advanceMs: number) => local<Time>('POST', 'clock', { advanceMs }),
      set: (at: number) => local<Time>('POST', 'clock', { at }),
    },
    /** Runs a function as its timer would; resolves with what it returned. */
    timer: async <T = unknown>(functionName: string) =>
      (await local<{ result: T }>('POST', 'timer', { function: functionName })).result,
    outbox: () => local<Sent[]>('GET', 'outbox'),
    /** Decides what the next calls of one open API are answered. */
    script: (script: Script) => local('POST', 'openapi', script),
    phoneCode: async (openid: string) =>
      (await local<{ code: string }>('POST', 'phone-code', { openid })).code,
    /** Ends the program as a power cut would. */
    kill: () => program.end('SIGKILL'),
    /** Starts it again on the same data and port. */
    async restart() {
      await program.end('SIGTERM')
      program = await start(port)
      await setLatency()
    },
    async stop() {
      await program.end('SIGTERM')
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function database(url: string) {
  // outside the cloud the SDK would look for Tencent's metadata server first
  process.env['TENCENTCLOUD_RUNENV'] = 'SCF'
  process.env['TENCENTCLOUD_REGION'] = 'ap-shanghai'
  process.env['SCF_NAMESPACE'] = 'local'
  // its warnings of slow requests outlive a test that kills the cloud
  process.env['SILENCE'] = 'true'
  return init({ env: 'local', secretId: 'test', secretKey: 'test', serviceUrl: `${url}/admin` }).database()
}
