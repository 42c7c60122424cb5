import { optional, picklist, strictObject } from 'valibot'
import type { Action, PersonRequest } from '../../_kit/action'
import { readCursor, writeCursor } from '../../_kit/cursor'
import type { MineTab, MyActivity } from '../../../typings/api/activity'
import type { Activity } from '../../../typings/documents'
import { cursor } from '../input'
import type { Found, Holding, Mark } from './mine-holding'
import { ended } from './mine-ended'
import { upcoming } from './mine-upcoming'
import { waiting } from './mine-waiting'

const tabs: Record<MineTab, (request: PersonRequest, mark?: Mark) => Promise<Found>> = {
  UPCOMING: upcoming,
  WAITING: waiting,
  ENDED: ended,
}

export const mine: Action<'activity', 'mine'> = {
  input: strictObject({ tab: picklist(['UPCOMING', 'WAITING', 'ENDED']), cursor: optional(cursor) }),

  async run(request, { tab, cursor }) {
    const mark = cursor === undefined ? undefined : readCursor(cursor)
    const { found, next } = await tabs[tab](request, mark)
    const items = await withActivities(request, found)
    return next ? { items, next: writeCursor(next) } : { items }
  },
}

async function withActivities({ store }: PersonRequest, page: readonly Holding[]): Promise<MyActivity[]> {
  const ids = [...new Set(page.map(({ activityId }) => activityId))]
  if (ids.length === 0) return []
  const [activities, said] = await Promise.all([
    store.find('activities', {
      where: { _id: { $in: ids } },
      fields: ['_id', 'kind', 'art', 'title', 'spot', 'state'],
      limit: ids.length,
    }),
    saidHow({ store }, page),
  ])
  const byId = new Map(activities.map(activity => [activity._id, activity]))
  return page.flatMap(holding => {
    const activity = byId.get(holding.activityId)
    return activity ? [item(activity, holding, said)] : []
  })
}

/** Ids of the feedback that was given on these holdings. */
async function saidHow(
  { store }: Pick<PersonRequest, 'store'>,
  page: readonly Holding[],
): Promise<ReadonlySet<string>> {
  const ids = page.filter(({ of }) => of.state === 'ATTENDED').map(({ rid }) => `fb_${rid}`)
  if (ids.length === 0) return new Set()
  const given = await store.find('feedback', {
    where: { _id: { $in: ids } },
    fields: ['_id'],
    limit: ids.length,
  })
  return new Set(given.map(({ _id }) => _id))
}

function item(
  { _id, kind, art, title, spot, state }: Activity,
  { rid, of }: Holding,
  said: ReadonlySet<string>,
): MyActivity {
  const calledOff = state === 'CALLED_OFF' && of.state === 'SIGNED'
  return {
    activityId: _id,
    kind,
    art,
    title,
    spot,
    ...of,
    rateable: of.state === 'ATTENDED' && !said.has(`fb_${rid}`),
    ...(calledOff && { state: 'CALLED_OFF' }),
  }
}
