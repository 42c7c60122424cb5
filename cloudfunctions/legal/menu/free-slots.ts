import type { Store } from '../../_kit/store'
import type { LegalMode } from '../../../typings/documents'
import { CLOSES_MS, OPENS_MS } from '../booking/book-rules'

const MOST_ROWS = 10_000

/** Free slots of one lawyer that are of one length. */
export interface FreeSlotsOf {
  lawyerId: string
  /** Milliseconds. */
  length: number
  startAts: number[]
}

/** What may be booked now in this way, of these lawyers. One database call. */
export async function freeSlots(
  store: Store,
  lawyerIds: readonly string[],
  mode: LegalMode,
  now: number,
): Promise<FreeSlotsOf[]> {
  const length = { $subtract: ['$endAt', '$startAt'] }
  const rows = await store.aggregate<{ _id: Omit<FreeSlotsOf, 'startAts'>; startAts: number[] }>(
    'places',
    [
      { $match: { ...bookable(lawyerIds, now), segment: { $regex: mode } } },
      { $group: { _id: { lawyerId: '$refId', length }, startAts: { $push: '$startAt' } } },
    ],
    MOST_ROWS,
  )
  return rows.map(({ _id, startAts }) => ({ ..._id, startAts }))
}

/** How many there are; `modes` as a slot lists them, joined by `,`. One database call. */
export async function countFree(
  store: Store,
  lawyerIds: readonly string[],
  now: number,
): Promise<{ lawyerId: string; modes: string; count: number }[]> {
  const rows = await store.aggregate<{ _id: { lawyerId: string; modes: string }; count: number }>(
    'places',
    [
      { $match: bookable(lawyerIds, now) },
      { $group: { _id: { lawyerId: '$refId', modes: '$segment' }, count: { $sum: 1 } } },
    ],
    MOST_ROWS,
  )
  return rows.map(({ _id, count }) => ({ ..._id, count }))
}

/** Nobody has it, it is not withdrawn, and it lies within the time in which slots are booked. */
const bookable = (lawyerIds: readonly string[], now: number) => ({
  refId: { $in: lawyerIds },
  holder: '',
  startAt: { $gte: now + CLOSES_MS, $lte: now + OPENS_MS },
})
