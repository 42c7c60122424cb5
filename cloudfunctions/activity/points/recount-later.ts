import { ulid } from '../../_kit/ids'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, taskOf } from '../../_kit/tasks'

const CHUNK = 100

/** The points of these people are counted anew in a minute, set before they change. A few calls for each hundred. */
export async function recountLater(store: Store, personIds: readonly string[], now: number): Promise<void> {
  const dueAt = now + AFTER_CAUSE_MS
  const setBy = ulid(dueAt)
  for (let from = 0; from < personIds.length; from += CHUNK) {
    const tasks = personIds.slice(from, from + CHUNK).map(personId => taskOf('SUSPEND', personId, dueAt))
    await store.insertMissing('tasks', tasks)
    const where = { _id: { $in: tasks.map(({ _id }) => _id) } }
    await store.changeAll('tasks', where, { dueAt, setBy, cursor: '', tries: 0 })
  }
}
