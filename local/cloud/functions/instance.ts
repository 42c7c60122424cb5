/**
 * A function instance, the entry of a child process: loads one function and runs one call at a time.
 * The caller's identity stands in `process.env` during a call, as SCF does it; the SDK reads it there.
 */
import path from 'node:path'
import { shiftDate } from '../../clock/shift-date'
import type { CallMessage, InstanceMessage } from './message'

type Main = (event: unknown, context: unknown) => unknown

const clock = shiftDate(globalThis)
const folder = process.argv[2] ?? ''
clock.setOffset(Number(process.argv[3]))
const initialEnv = { ...process.env }
const main = load()

function load(): Main {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the function is known at run time only
    const { main } = require(path.join(folder, 'index.js')) as { main?: Main }
    return main ?? fail(new Error('index.main is not found'))
  } catch (error) {
    return fail(error)
  }
}

/** A function that cannot be loaded answers each call with the reason, as the cloud does. */
function fail(error: unknown): Main {
  return () => {
    throw error
  }
}

function send(message: InstanceMessage) {
  process.send?.(message)
}

function setEnv(env: Record<string, string>) {
  for (const name of Object.keys(process.env)) if (!(name in initialEnv)) delete process.env[name]
  Object.assign(process.env, initialEnv, env)
}

async function run({ id, event, context, env, clockOffset }: CallMessage) {
  clock.setOffset(clockOffset)
  setEnv(env)
  try {
    const result = await main(event, context)
    send({ kind: 'done', id, json: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    send({
      kind: 'failed',
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error),
    })
  }
}

process.on('message', message => void run(message as CallMessage))
process.on('disconnect', () => process.exit())
send({ kind: 'ready' })
