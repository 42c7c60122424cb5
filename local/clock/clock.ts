import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The time of the local cloud: it ticks while the process runs and stands still while it does not. Epoch ms. */
export interface Clock {
  now: () => number
  /** Milliseconds to add to the machine's clock. */
  offset: () => number
  advance(ms: number): void
  set(at: number): void
  /** Saves the moment at which the next start resumes. */
  stop(): void
}

/** 2026-09-16 10:00 Asia/Shanghai. */
export const DEMO_START = Date.UTC(2026, 8, 16, 2)
const SAVE_EVERY_MS = 20_000

interface Saved {
  now: number
  /** False while running: after a crash up to SAVE_EVERY_MS went by unsaved, and time must not run backwards. */
  clean: boolean
}

function resume(file: string, start: number): number {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return start
    throw error
  }
  const saved = JSON.parse(text) as Saved
  return saved.clean ? saved.now : saved.now + SAVE_EVERY_MS
}

export function openClock(folder: string, start = DEMO_START): Clock {
  const file = path.join(folder, 'clock.json')
  let offset = resume(file, start) - Date.now()
  const now = () => Date.now() + offset
  const save = (clean: boolean) => {
    const saved: Saved = { now: now(), clean }
    writeFileSync(`${file}.new`, JSON.stringify(saved))
    renameSync(`${file}.new`, file)
  }
  const move = (to: number) => {
    if (!Number.isFinite(new Date(to).getTime())) throw new RangeError(`not a moment: ${to}`)
    offset += to - now()
    save(false)
  }
  save(false)
  const timer = setInterval(() => save(false), SAVE_EVERY_MS)
  timer.unref()
  return {
    now,
    offset: () => offset,
    advance: ms => move(now() + ms),
    set: move,
    stop: () => {
      clearInterval(timer)
      save(true)
    },
  }
}
