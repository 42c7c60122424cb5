import type { Store } from '../../_kit/store'
import { localDate } from '../../../miniprogram/shared/time'
import type { Opponent } from '../../../typings/api/legal'
import { diceWith } from './grams'
import { partyKeys } from './party-keys'

/** A relation that ended earlier than this stands against nobody. */
const YEARS = 2
/** From here on a name resembles another one. */
const RESEMBLES = 0.85

export interface GateQuestion {
  firmHash: string
  opponents: readonly Opponent[]
  /** Who asks for advice. */
  clientName: string
}

export interface GateAnswer {
  /** The firm stands, or lately stood, on the other side. */
  exact: boolean
  /** The best score of a name that resembles one of the firm's; 0 below 0.85. */
  suspected: number
}

/**
 * Does anything that the firm has declared, or that it advised on here, stand against this matter? One database call and
 * one row, however many parties the firm has.
 */
export async function checkGate(
  store: Store,
  { firmHash, opponents, clientName }: GateQuestion,
  now: number,
): Promise<GateAnswer> {
  const named = opponents.map(opponent => partyKeys(opponent))
  const proof = named.flatMap(keys => keys.proof)
  const client = diceWith(partyKeys({ name: clientName }).grams)
  const best = { $max: [0, ...named.map(({ grams }) => diceWith(grams))] }
  const isOpponent = { $eq: ['$kind', 'OPPONENT'] }
  const proven = { $or: [{ $in: ['$nameHash', proof] }, { $in: ['$usccHash', proof] }] }
  const rows = await store.aggregate<{ exact: boolean; score: number }>(
    'parties',
    [
      { $match: { firmHash, untilDate: { $gt: standsSince(now) } } },
      {
        $project: {
          exact: { $cond: [isOpponent, false, proven] },
          score: { $cond: [isOpponent, client, best] },
        },
      },
      { $sort: { exact: -1, score: -1 } },
    ],
    1,
  )
  const { exact = false, score = 0 } = rows[0] ?? {}
  return { exact, suspected: score >= RESEMBLES ? score : 0 }
}

/** Local date: a relation that ended after it stands. The 29th of February of a year that lacks it sorts where it belongs. */
export function standsSince(now: number): string {
  const today = localDate(now)
  return `${Number(today.slice(0, 4)) - YEARS}${today.slice(4)}`
}
