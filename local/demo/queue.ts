import type { Employment, Place, Session, Wait, WaitState } from '../../typings/documents'
import { ridOf } from './holdings'

const HOUR_MS = 3600_000

/** The last place of a full session, offered to the head of its queue until `until`. */
export function offered(place: Place, personId: string, session: Session, until: number): Place {
  return {
    ...place,
    holder: personId,
    nth: 0,
    capKey: place._id,
    capNth: 0,
    rid: ridOf(session, place.no, '2'),
    headcount: 1,
    at: until - 2 * HOUR_MS,
    state: 'OFFERED',
    due: until,
    step: 'EXPIRE',
    offerUntil: until,
  }
}

export interface Waiter {
  personId: string
  employment: Employment
}

/** A queue in order; its head was offered the place `no`. */
export function queueOf(session: Session, waiters: Waiter[], no: number, at: number): Wait[] {
  return waiters.map(({ personId, employment }, i) => {
    const head = i === 0
    const state: WaitState = head ? 'OFFERED' : 'WAITING'
    return {
      _id: `${session._id}/w${i + 1}`,
      sessionId: session._id,
      activityId: session.activityId,
      n: i + 1,
      personId,
      employment,
      state,
      autoAccept: i % 3 === 2,
      liveKey: `${session._id}|${personId}`,
      at: at + i * 60_000,
      rid: head ? ridOf(session, no, '2') : '',
      answers: null,
      startAt: session.startAt,
      endAt: session.endAt,
      endedAt: 0,
    }
  })
}
