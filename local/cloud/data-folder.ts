import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Libsql from 'libsql'

/** Where the app keeps everything unless told otherwise; below the folder it was started in. */
export const DEFAULT_DATA = '.data'

const LOCK = 'running.lock'
const PID = 'running.pid'
/** All that a cloud ever puts there. */
const CONTENT = [
  ...['clock.json', 'clock.json.new', 'keys.json', 'keys.json.new', 'outbox.jsonl', 'storage'],
  ...['database.sqlite', 'database.sqlite-shm', 'database.sqlite-wal'],
]

/**
 * Two processes on one folder would each believe in their own clock. Answers what gives the folder back, or undefined
 * when another process has it. The lock is the system's own and ends with its process, however that ends.
 */
export function claim(folder: string): (() => void) | undefined {
  mkdirSync(folder, { recursive: true })
  // the wait outlasts another one's attempt, not its stay
  const lock = new Libsql(path.join(folder, LOCK), { timeout: 200 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    return undefined
  }
  writeFileSync(path.join(folder, PID), String(process.pid))
  return () => {
    rmSync(path.join(folder, PID), { force: true })
    lock.close()
  }
}

/** The process that has claimed this folder; it writes its number a moment later. */
export function user(folder: string): string {
  const file = path.join(folder, PID)
  return existsSync(file) ? readFileSync(file, 'utf8') : '?'
}

/** Removes what a cloud put there and nothing else; the folder too, if that was all. Only for who has claimed it. */
export function clear(folder: string): void {
  for (const name of [...CONTENT, PID]) rmSync(path.join(folder, name), { recursive: true, force: true })
  rmSync(path.join(folder, LOCK), { force: true })
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}
