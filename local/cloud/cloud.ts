import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { manifest } from '../../database/manifest'
import { openClock, type Clock } from '../clock/clock'
import type { Database } from './database/database'
import { openDatabase } from './database/open-database'
import { noDemo, type Demo, type DemoWorld } from './demo'
import { Functions } from './functions/functions'
import { adminRoute } from './gateway/admin-route'
import { documentActions } from './gateway/actions/document-actions'
import { functionActions } from './gateway/actions/function-actions'
import { storageActions } from './gateway/actions/storage-actions'
import { transactionActions } from './gateway/actions/transaction-actions'
import { wechatActions } from './gateway/actions/wechat-actions'
import { callRoute } from './gateway/call-route'
import { controlRoute } from './gateway/control-route'
import { Faults } from './gateway/faults'
import { listen } from './gateway/gateway'
import { staticRoute } from './gateway/static-route'
import { Stats } from './gateway/stats'
import { storageRoute } from './gateway/storage-route'
import { openKeys } from './keys'
import { OpenApi } from './openapi/open-api'
import { FileStore } from './storage/file-store'
import { Timers } from './timers/timers'
import { triggersOf } from './timers/trigger'

export interface CloudOptions {
  /** Everything that is kept: database, files, keys, clock, outbox. */
  data: string
  /** 0 takes any free port. */
  port: number
  /** Built functions, one folder each. */
  functions: string
  /** The bundle of functions/instance.ts. */
  instanceEntry: string
  /** Most instances of one function; 4 unless told. */
  instances?: number
  /** Built workbench and phone, served at `/`. */
  staticRoot?: string
  /** Timer triggers fire by themselves; otherwise only when they are told to. */
  timers?: boolean
  demo?: (world: DemoWorld) => Demo | Promise<Demo>
  clock?: Clock
  log?: (line: string) => void
}

export interface RunningCloud {
  url: string
  port: number
  database: Database
  clock: Clock
  stop(): Promise<void>
}

const DEFAULT_INSTANCES = 4

export async function startCloud(options: CloudOptions): Promise<RunningCloud> {
  const { data, log = console.log } = options
  const folder = path.resolve(options.functions)
  const triggers = options.timers ? triggersOf(folder) : []
  mkdirSync(data, { recursive: true })
  const clock = options.clock ?? openClock(data)
  const keys = openKeys(data)
  const database = openDatabase({ file: path.join(data, 'database.sqlite'), now: clock.now })
  await declareCollections(database)
  const demo = (await options.demo?.({ database, clock, keys })) ?? noDemo
  const openApi = new OpenApi(data, clock, openid => demo.phoneOf(openid))
  const files = new FileStore(path.join(data, 'storage'), clock.now)
  const faults = new Faults()
  const stats = new Stats()
  // instances learn the address when they are started, after the gateway listens
  let url = ''
  const functions = new Functions({
    folder,
    entry: options.instanceEntry,
    instances: options.instances ?? DEFAULT_INSTANCES,
    keys,
    clock,
    url: () => url,
    log,
    ended: (invocation, ms, failed) => stats.ended(invocation, ms, failed),
  })
  const timers = new Timers({ folder, functions, clock, log })
  const actions = {
    ...documentActions(database, clock.now),
    ...transactionActions(database),
    ...functionActions(functions),
    ...storageActions(files, () => url),
    ...wechatActions(openApi),
  }
  const routes = {
    admin: adminRoute({ actions, invocations: functions.invocations, faults, stats, log }),
    call: callRoute(functions, faults),
    cos: storageRoute(files),
    local: controlRoute({ demo, clock, openApi, functions, timers, faults, stats }),
  }
  const close = () => {
    timers.stop()
    functions.stop()
    database.close()
    openApi.close()
    clock.stop()
  }
  try {
    const gateway = await listen(options.port, routes, staticRoute(options.staticRoot), log)
    url = gateway.url
    timers.start(triggers)
    const stop = async () => {
      await gateway.close()
      close()
    }
    return { url, port: gateway.port, database, clock, stop }
  } catch (error) {
    close()
    throw error
  }
}

/** Collections never spring into being by a write, neither here nor in the cloud. */
async function declareCollections(database: Database) {
  const existing = new Set(database.collections())
  for (const [name, { indexes }] of Object.entries(manifest)) {
    if (!existing.has(name)) await database.createCollection(name)
    for (const index of indexes) await database.createIndex(name, index)
  }
}
