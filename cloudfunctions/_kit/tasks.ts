import type { Task, TaskKind } from '../../typings/documents'
import type { Store } from './store'

/** Longer than a function may run: a task set before its cause is not looked at while the cause may still be written. */
export const AFTER_CAUSE_MS = 60_000

export const taskId = (kind: TaskKind, refId: string): string => `${kind}:${refId}`

export function taskOf(kind: TaskKind, refId: string, dueAt: number, text = ''): Task {
  return { _id: taskId(kind, refId), kind, refId, dueAt, cursor: '', text, tries: 0 }
}

/** Sets the work for `dueAt`, whether or not it was set or done before. Write it before its cause, so that no crash loses it. */
export async function schedule(
  store: Store,
  kind: TaskKind,
  refId: string,
  dueAt: number,
  text = '',
): Promise<void> {
  const task = taskOf(kind, refId, dueAt, text)
  if (await store.insert('tasks', task)) return
  await store.change('tasks', { _id: task._id }, { dueAt, cursor: '', text, tries: 0 })
}

/** The work is done, or its cause never came. Only as long as nobody set it anew meanwhile. */
export async function settleTask(store: Store, { _id, dueAt }: Pick<Task, '_id' | 'dueAt'>): Promise<void> {
  await store.change('tasks', { _id, dueAt }, { dueAt: 0 })
}
