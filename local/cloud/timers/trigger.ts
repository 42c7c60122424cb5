import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseCron, type Cron } from './cron'

/** The timer of one function, as its config.json declares it. */
export interface Trigger {
  functionName: string
  name: string
  cron: Cron
}

interface Declared {
  name: string
  type: string
  config: string
}

/** The timers of all built functions. Throws what a deployment would be refused for. */
export function triggersOf(functions: string): Trigger[] {
  if (!existsSync(functions)) return []
  return readdirSync(functions).flatMap(functionName => triggerOf(functions, functionName) ?? [])
}

export function triggerOf(functions: string, functionName: string): Trigger | undefined {
  const file = path.join(functions, functionName, 'config.json')
  if (!existsSync(file)) return undefined
  const { triggers = [] } = JSON.parse(readFileSync(file, 'utf8')) as { triggers?: Declared[] }
  const [first, second] = triggers
  if (!first) return undefined
  if (second) throw new SyntaxError(`${functionName}: a function has one trigger`)
  if (first.type !== 'timer') throw new SyntaxError(`${functionName}: unsupported trigger type ${first.type}`)
  return { functionName, name: first.name, cron: parseCron(first.config) }
}
