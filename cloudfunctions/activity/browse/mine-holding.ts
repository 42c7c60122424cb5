import type { Mark } from '../../_kit/cursor'
import type { MyActivity, MyState } from '../../../typings/api/activity'
import type { Place, Signup } from '../../../typings/documents'

export type { Mark } from '../../_kit/cursor'

/** One holding, or one entry in a queue, with what it is sorted by. */
export interface Holding {
  mark: Mark
  activityId: string
  rid: string
  of: Pick<MyActivity, 'sessionId' | 'startAt' | 'endAt' | 'no' | 'headcount' | 'state' | 'offerUntil'>
}

/** A page in order; `next` is where the following one begins, when there may be more. */
export interface Found {
  found: Holding[]
  next?: Mark
}

/** The first `most` of those found, which are in order. */
export function pageOf(found: Holding[], most: number): Found {
  const page = found.slice(0, most)
  const last = page.at(-1)
  return last && found.length > most ? { found: page, next: last.mark } : { found: page }
}

export function ofPlace(place: Place, state: MyState): Holding {
  const { _id, pool: sessionId, refId: activityId, rid, startAt, endAt, no, headcount } = place
  return {
    mark: { at: endAt, id: _id },
    activityId,
    rid,
    of: { sessionId, startAt, endAt, no, headcount, state },
  }
}

export function ofRow(row: Signup): Holding {
  const { _id, activityId, sessionId, startAt, endAt, no, headcount, state, endedAt } = row
  return {
    mark: { at: endedAt, id: _id },
    activityId,
    rid: _id.slice('su_'.length),
    // an attendance that was taken back leaves a holding that runs on
    of: { sessionId, startAt, endAt, no, headcount, state: state === 'VOID' ? 'OVER' : state },
  }
}
