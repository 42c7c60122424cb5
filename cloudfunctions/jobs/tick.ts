import type { Tick } from '../_kit/serve-timer'
import { lookAtPlaces } from './look-at-places'
import { runTasks } from './run-tasks'
import { sendNotices } from './send-notices'

/** What one tick leaves undone, the next one does. */
const MOST_ROUNDS = 10

/**
 * Does everything whose time has come. May run twice at once and may die anywhere: each piece of work is done again until
 * its due is moved, and doing it again changes nothing. A tick with nothing to do costs three database calls.
 */
export async function tick(tick: Tick): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // what one tells of, the next one sends
    const left = [await runTasks(tick), await lookAtPlaces(tick), await sendNotices(tick)]
    if (!left.includes(true)) return
  }
}
