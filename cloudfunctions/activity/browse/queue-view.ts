import type { Store } from '../../_kit/store'
import type { Tally } from '../../_kit/places/tally'
import type { MyWait } from '../../../typings/api/activity'
import { LIVE } from '../queue/wait-entry'

/** What a reader sees of one session's queue. */
export interface QueueView {
  waiting: number
  wait?: MyWait
}

interface Row {
  _id: string
  numbers: number[]
  /** The reader's number; 0 when they do not wait. */
  mine: number
  autoAccept: boolean
}

/** The queues of these sessions in one call, those without anybody left out. */
export async function readQueues(
  store: Store,
  sessionIds: readonly string[],
  personId: string,
  tallies: readonly Tally[],
): Promise<Map<string, QueueView>> {
  if (sessionIds.length === 0) return new Map()
  const own = { $eq: ['$personId', personId] }
  const rows = await store.aggregate<Row>(
    'waits',
    [
      { $match: { sessionId: { $in: sessionIds }, state: { $in: LIVE } } },
      {
        $group: {
          _id: '$sessionId',
          numbers: { $push: '$n' },
          mine: { $max: { $cond: [own, '$n', 0] } },
          autoAccept: { $max: { $cond: [own, '$autoAccept', false] } },
        },
      },
    ],
    sessionIds.length,
  )
  return new Map(rows.map(row => [row._id, viewOf(row, tallies)]))
}

function viewOf({ _id: sessionId, numbers, mine, autoAccept }: Row, tallies: readonly Tally[]): QueueView {
  const waiting = numbers.length
  const own = tallies.filter(({ pool }) => pool === sessionId)
  // a place they hold by now ends their waiting, whatever the entry says
  if (mine === 0 || own.some(tally => tally.mine !== undefined)) return { waiting }
  const ahead = numbers.filter(n => n < mine).length
  const offer = own.find(tally => tally.offer)?.offer
  return { waiting, wait: { waitNo: mine, ahead, autoAccept, ...(offer && { offer }) } }
}
