import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, taskId } from '../../_kit/tasks'
import type { Task } from '../../../typings/documents'

const CHUNK = 100

/** The points of these people are counted anew in a minute, set before they change. A few calls for each hundred. */
export async function recountLater(store: Store, personIds: readonly string[], now: number): Promise<void> {
  for (let from = 0; from < personIds.length; from += CHUNK) {
    const tasks = personIds.slice(from, from + CHUNK).map(personId => taskOf(personId, now + AFTER_CAUSE_MS))
    await store.insertMissing('tasks', tasks)
    const where = { _id: { $in: tasks.map(({ _id }) => _id) } }
    await store.changeAll('tasks', where, { dueAt: now + AFTER_CAUSE_MS, cursor: '', tries: 0 })
  }
}

function taskOf(personId: string, dueAt: number): Task {
  const _id = taskId('SUSPEND', personId)
  return { _id, kind: 'SUSPEND', refId: personId, dueAt, cursor: '', text: '', tries: 0 }
}
