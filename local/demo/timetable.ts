import type { Session, Task } from '../../typings/documents'

const DAY_MS = 24 * 3600_000

/** What `jobs` does with a published session: its queue ends when it begins, it is finished a day after its end, and its answers are erased later. */
export function timetable({ _id: refId, startAt, endAt }: Session, now: number): Task[] {
  const task = (kind: Task['kind'], dueAt: number): Task => ({
    _id: `${kind}:${refId}`,
    kind,
    refId,
    dueAt: dueAt > now ? dueAt : 0,
    setBy: '',
    cursor: '',
    text: '',
    tries: 0,
  })
  return [task('LAPSE', startAt), task('FINISH', endAt + DAY_MS), task('FORGET', endAt + 90 * DAY_MS)]
}
