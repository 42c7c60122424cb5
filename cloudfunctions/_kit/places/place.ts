import type { Place, Segment } from '../../../typings/documents'
import { AFTER_CAUSE_MS } from '../tasks'

/** What a pool is made from: a session, a lawyer's slot. */
export interface Pool {
  pool: string
  refId: string
  segments: readonly Segment[]
  maxNo: number
  startAt: number
  endAt: number
}

/** Numbers from … to, both included. */
export interface Range {
  from: number
  to: number
}

/** Everything of a place that a change of its holder sets. */
export type Holding = Pick<
  Place,
  | 'holder'
  | 'nth'
  | 'capKey'
  | 'capNth'
  | 'rid'
  | 'headcount'
  | 'at'
  | 'state'
  | 'due'
  | 'step'
  | 'offerUntil'
  | 'answers'
>

/** `{pool}/{no}` */
export function placeId(pool: string, no: number): string {
  return `${pool}/${no}`
}

/** Nobody's: `nth` is the number and `capKey` the id, so that both unique indexes accept any count of free places. */
export function nobody({ _id, no }: { _id: string; no: number }): Holding {
  return {
    holder: '',
    nth: no,
    capKey: _id,
    capNth: 0,
    rid: '',
    headcount: 0,
    at: 0,
    state: 'FREE',
    due: 0,
    step: '',
    offerUntil: 0,
    answers: null,
  }
}

/** Let go of: nobody's, and looked at once more, should somebody have joined the queue meanwhile. */
export function freed(place: { _id: string; no: number }, now: number): Holding {
  return { ...nobody(place), due: now + AFTER_CAUSE_MS, step: 'HEAL' }
}

/** Withdrawn by a cut of the capacity. */
export function blocked(place: { _id: string; no: number }): Holding {
  return { ...nobody(place), holder: `#${place._id}`, nth: 0, state: 'BLOCKED' }
}

export function freePlace(from: Pool, no: number): Place {
  const { pool, refId, startAt, endAt } = from
  const _id = placeId(pool, no)
  const segment = from.segments.find(({ from, to }) => from <= no && no <= to)?.key ?? ''
  return { _id, pool, no, refId, segment, startAt, endAt, ...nobody({ _id, no }) }
}
