import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Where the app keeps everything unless told otherwise; below the folder it was started in. */
export const DEFAULT_DATA = '.data'

const LOCK = 'running.pid'

/** The process that uses this folder now, if one does. */
export function user(folder: string): number | undefined {
  const file = path.join(folder, LOCK)
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8'))
  return pid !== process.pid && alive(pid) ? pid : undefined
}

/** A process killed hard leaves its file behind. */
function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it is there and belongs to someone else
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Two processes on one folder would each believe in their own clock. Answers what gives the folder back. */
export function claim(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, LOCK)
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}
