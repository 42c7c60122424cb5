import type { Place, Signup } from '../../../typings/documents'
import { rowId, rowOf } from '../roll/attendance'

export const NO_SHOW_POINTS = 2

/** Whom finishing a session finds missing. */
export interface Missing {
  /** Nothing was said about these holdings: a row each. */
  fresh: Signup[]
  /** An attendance was taken back: ids of rows. */
  takenBack: string[]
  /** All of them. */
  personIds: string[]
}

/**
 * Everybody who holds a place and was neither there nor said so. Not who came to the door without a sign-up, whatever
 * became of that.
 */
export function missing(
  places: readonly Place[],
  rows: ReadonlyMap<string, Signup>,
  atTheDoor: ReadonlySet<string>,
  now: number,
): Missing {
  const due = places.filter(({ rid }) => !atTheDoor.has(rid))
  const fresh = due
    .filter(({ rid }) => !rows.has(rid))
    .map(place => rowOf(place, { state: 'NO_SHOW', endedAt: now, points: NO_SHOW_POINTS }))
  const takenBack = due.flatMap(({ rid }) => {
    const row = rows.get(rid)
    return row?.state === 'VOID' && !row.walkIn ? [row._id] : []
  })
  const ids = new Set([...fresh.map(({ _id }) => _id), ...takenBack])
  const personIds = due.filter(({ rid }) => ids.has(rowId(rid))).map(({ holder }) => holder)
  return { fresh, takenBack, personIds }
}
