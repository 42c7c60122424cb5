import type { Tick } from '../_kit/serve-timer'
import type { Task } from '../../typings/documents'

/**
 * What came of one page of a task. DONE: all of it, or its cause never was. `cursor`: the next page begins there.
 * `until`: its time has not come, it is looked at again then (epoch ms).
 */
export type Outcome = 'DONE' | { cursor: string } | { until: number }

/** Does one page of the work, beginning at `task.cursor`. May run twice at once, and again from any page. */
export type TaskHandler = (tick: Tick, task: Task) => Promise<Outcome>
