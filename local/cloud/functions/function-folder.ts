import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { CloudError } from '../cloud-error'

/** A deployed function: `<functions>/<name>/index.js`, with its config.json beside it. */
export interface FunctionFolder {
  name: string
  path: string
  timeoutSeconds: number
  /** Changes when the function is built again. */
  version: number
}

const NAME = /^[A-Za-z][\w-]{0,59}$/
const DEFAULT_TIMEOUT_SECONDS = 20

const LOOK_AGAIN_MS = 200

export function functionMissing(): CloudError {
  return new CloudError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.')
}

/** The deployed functions. The disk is looked at anew a few times a second, not for every call. */
export class FunctionFolders {
  private readonly seen = new Map<string, { at: number; folder: FunctionFolder | undefined }>()

  constructor(private readonly root: string) {}

  find(name: string): FunctionFolder | undefined {
    const known = this.seen.get(name)
    if (known && performance.now() - known.at < LOOK_AGAIN_MS) return known.folder
    const folder = findFunction(this.root, name)
    this.seen.set(name, { at: performance.now(), folder })
    return folder
  }
}

function findFunction(functions: string, name: string): FunctionFolder | undefined {
  const folder = path.join(functions, name)
  const entry = path.join(folder, 'index.js')
  if (!NAME.test(name) || !existsSync(entry)) return undefined
  return { name, path: folder, timeoutSeconds: timeoutOf(folder), version: statSync(entry).mtimeMs }
}

function timeoutOf(folder: string): number {
  const file = path.join(folder, 'config.json')
  if (!existsSync(file)) return DEFAULT_TIMEOUT_SECONDS
  const { timeout } = JSON.parse(readFileSync(file, 'utf8')) as { timeout?: number }
  return timeout ?? DEFAULT_TIMEOUT_SECONDS
}
