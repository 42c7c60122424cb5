import { boolean, optional, picklist, strictObject } from 'valibot'
import type { Filter } from '../../_kit/store'
import type { Action } from '../../_kit/action'
import { tallyPlaces } from '../../_kit/places/tally'
import type { ListFilter } from '../../../typings/api/activity'
import type { Activity } from '../../../typings/documents'
import { cardOf } from './card'
import { coverUrls } from '../cover'
import { readCursor, writeCursor } from '../../_kit/cursor'
import { KINDS } from '../manage/draft-schema'
import { count, cursor, instant, orgId } from '../input'

const PAGE = 20
/** How many are looked through for those with a free place. */
const LOOK_AHEAD = 60

export const list: Action<'activity', 'list'> = {
  input: strictObject({
    kind: optional(picklist(KINDS)),
    orgId: optional(orgId),
    from: optional(instant),
    to: optional(instant),
    hasPlace: optional(boolean()),
    cursor: optional(cursor),
    limit: optional(count(PAGE)),
  }),

  async run({ store, personId, now }, input) {
    const { limit = PAGE, hasPlace = false } = input
    const read = hasPlace ? LOOK_AHEAD : limit
    const found = await store.find('activities', {
      where: filterOf(input, now),
      orderBy: { endAt: 1, _id: 1 },
      limit: read + 1,
    })
    const activities = found.slice(0, read)
    const ids = activities.map(({ _id }) => _id)
    const tallies = await tallyPlaces(store, ids, personId)
    const cards = activities.map(activity => cardOf(activity, tallies, now))
    const wanted = cards.filter(card => !hasPlace || card.free).slice(0, limit)
    const covers = await coverUrls(
      wanted.map(({ activity }) => activity.coverId),
      now,
    )
    const items = wanted.map(({ activity, card }) => {
      const coverUrl = covers.get(activity.coverId)
      return coverUrl === undefined ? card : { ...card, coverUrl }
    })
    // with a full page the next one begins behind its last card, else behind all that was looked through
    const last = items.length === limit ? wanted.at(-1)?.activity : activities.at(-1)
    const more = found.length > read || last !== activities.at(-1)
    return last && more ? { items, next: writeCursor({ at: last.endAt, id: last._id }) } : { items }
  },
}

function filterOf({ kind, orgId, from, to, cursor }: ListFilter, now: number): Filter<Activity> {
  const mark = cursor === undefined ? undefined : readCursor(cursor)
  const endAt = Math.max(from ?? now, mark?.at ?? 0)
  return {
    listed: true,
    endAt: { $gte: endAt },
    ...(kind && { kind }),
    ...(to !== undefined && { startAt: { $lt: to } }),
    // paths are made of ids: the subtree of an organisation are the paths through it
    ...(orgId && { orgPath: { $regex: `/${orgId}/` } }),
    ...(mark && { $or: [{ endAt: { $gt: mark.at } }, { endAt: mark.at, _id: { $gt: mark.id } }] }),
  }
}
