import type { ManagedSession } from '../../../../../typings/api/activity'
import { clock, dateLong } from '../../../../shared/time'

/** One number that can be changed: a session's places, or one segment of them. */
export interface Room {
  sessionId: string
  segment: string
  rev: number
  title: string
  capacity: number
  held: number
  waiting: number
}

/** Of the sessions that are not over. */
export const roomsOf = (sessions: readonly ManagedSession[], now: number): Room[] =>
  sessions
    .filter(({ state, endAt }) => state === 'ON' && endAt > now)
    .flatMap(({ sessionId, rev, startAt, segments, capacity, held, waiting }) => {
      const when = `${dateLong(startAt)}${clock(startAt)}`
      if (segments.length === 0)
        return [{ sessionId, segment: '', rev, title: when, capacity, held, waiting }]
      return segments.map(one => ({
        sessionId,
        segment: one.key,
        rev,
        title: `${when}　${one.label}`,
        capacity: one.capacity,
        held: one.held,
        waiting,
      }))
    })

/** What changing it to `capacity` does, said before it is done. */
export function roomWords({ capacity: before, held, waiting }: Room, capacity: number): string {
  if (capacity < held) return `已有 ${held} 人报名，不能少于 ${held}。`
  if (capacity > before && waiting > 0)
    return `增加的 ${capacity - before} 个先给候补的 ${waiting} 人，剩下的再放出。`
  if (capacity > before) return `增加 ${capacity - before} 个，马上可以报名。`
  if (capacity < before) return `收回 ${before - capacity} 个空余名额，已报名的不受影响。`
  return waiting > 0 ? `已报 ${held}，候补 ${waiting}` : `已报 ${held}`
}
