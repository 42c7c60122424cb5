import type { Task, TaskKind } from '../../typings/documents'
import { ulid } from './ids'
import type { Store } from './store'

/** Longer than a function may run: a task set before its cause is not looked at while the cause may still be written. */
export const AFTER_CAUSE_MS = 60_000

/** What names one setting of a task. */
export type Setting = Pick<Task, '_id' | 'dueAt' | 'setBy'>

export const taskId = (kind: TaskKind, refId: string): string => `${kind}:${refId}`

export function taskOf(kind: TaskKind, refId: string, dueAt: number, text = ''): Task {
  return { _id: taskId(kind, refId), kind, refId, dueAt, setBy: '', cursor: '', text, tries: 0 }
}

/**
 * Sets the work for `dueAt`, whether or not it was set or done before. Write it before its cause, so that no crash loses
 * it. Answers what `settleTask` may settle; nothing where it was to be done already: that is for another cause as well,
 * which may come later than this one.
 */
export async function schedule(
  store: Store,
  kind: TaskKind,
  refId: string,
  dueAt: number,
  text = '',
): Promise<Setting | undefined> {
  const task = { ...taskOf(kind, refId, dueAt, text), setBy: ulid(dueAt) }
  const { _id, setBy } = task
  if (await store.insert('tasks', task)) return task
  const set = { dueAt, setBy, cursor: '', text, tries: 0 }
  if (await store.change('tasks', { _id, dueAt: 0 }, set)) return task
  await store.change('tasks', { _id }, set)
  return undefined
}

/** The same for many. */
export async function scheduleAll(
  store: Store,
  kind: TaskKind,
  refIds: readonly string[],
  dueAt: number,
): Promise<void> {
  if (refIds.length === 0) return
  const tasks = refIds.map(refId => taskOf(kind, refId, dueAt))
  await store.insertMissing('tasks', tasks)
  const _id = { $in: tasks.map(task => task._id) }
  await store.changeAll('tasks', { _id }, { dueAt, setBy: ulid(dueAt), cursor: '', text: '', tries: 0 })
}

/** The work is done, or its cause never came. Only as long as nobody set it anew meanwhile. */
export async function settleTask(store: Store, { _id, dueAt, setBy }: Setting): Promise<void> {
  await store.change('tasks', { _id, dueAt, setBy }, { dueAt: 0 })
}
