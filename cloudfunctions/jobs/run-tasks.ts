import { logFailure } from '../_kit/log'
import type { Tick } from '../_kit/serve-timer'
import { waitAfter } from '../_kit/setback'
import { isolate } from '../_kit/isolate'
import { settleTask } from '../_kit/tasks'
import type { Task } from '../../typings/documents'
import { handlers } from './task-handlers'

const MOST_TASKS = 20
/** Pages of one task before the others have their turn. */
const MOST_PAGES = 20

/** True when more may be due. */
export async function runTasks(tick: Tick): Promise<boolean> {
  const { store, now } = tick
  const due = await store.find('tasks', {
    where: { dueAt: { $gt: 0, $lte: now } },
    orderBy: { dueAt: 1 },
    limit: MOST_TASKS,
  })
  let unfinished = false
  for (const task of due)
    await isolate(
      [task],
      async () => {
        if (!(await run(tick, task))) unfinished = true
      },
      (_, error) => Promise.resolve(logFailure('jobs', task._id, error)),
    )
  return unfinished || due.length === MOST_TASKS
}

/**
 * False when there is more of it to do now. Pushed back before it begins, the longer the more often it was: whatever
 * comes of it, even the end of this process, it is tried again and keeps nobody waiting.
 */
async function run(tick: Tick, due: Task): Promise<boolean> {
  const { store, now } = tick
  const { _id, dueAt, setBy, tries } = due
  let task: Task = { ...due, dueAt: now + waitAfter(tries), tries: tries + 1 }
  const { dueAt: later } = task
  if (!(await store.change('tasks', { _id, dueAt, setBy }, { dueAt: later, tries: task.tries }))) return true
  for (let page = 0; page < MOST_PAGES; page++) {
    const outcome = await handlers[task.kind](tick, task)
    if (outcome === 'DONE') {
      await settleTask(store, task)
      return true
    }
    if ('until' in outcome) {
      await store.change(
        'tasks',
        { _id, dueAt: later, setBy },
        { dueAt: outcome.until, cursor: '', tries: 0 },
      )
      return true
    }
    // set anew meanwhile: that begins at the beginning
    if (!(await store.change('tasks', { _id, dueAt: later, setBy }, outcome))) return true
    task = { ...task, ...outcome }
  }
  await store.change('tasks', { _id, dueAt: later, setBy }, { dueAt: now, tries: 0 })
  return false
}
