import { optional, picklist, strictObject } from 'valibot'
import type { Action, PersonRequest } from '../_kit/action'
import type { MineTab, MyActivity, MyState } from '../../typings/api/activity'
import type { Page } from '../../typings/contract'
import type { Activity, Place, Signup } from '../../typings/documents'
import type { Mark } from './cursor'
import { readCursor, writeCursor } from './cursor'
import { cursor } from './input'
import { MINE_PAGE } from './settings'

const MOST_RUNNING = 1000

/** One holding, running or over, with what it is sorted by. */
interface Holding {
  mark: Mark
  activityId: string
  of: Pick<MyActivity, 'sessionId' | 'startAt' | 'endAt' | 'no' | 'headcount' | 'state'>
}

/** In order; `more` when there are others behind the first MINE_PAGE. */
interface Found {
  found: Holding[]
  more: boolean
}

const TABS: readonly MineTab[] = ['UPCOMING', 'ENDED']

export const mine: Action<'activity', 'mine'> = {
  input: strictObject({ tab: picklist(TABS), cursor: optional(cursor) }),

  async run(request, { tab, cursor }) {
    const mark = cursor === undefined ? undefined : readCursor(cursor)
    const { found, more } = tab === 'UPCOMING' ? await upcoming(request, mark) : await ended(request, mark)
    const page = found.slice(0, MINE_PAGE)
    const last = page.at(-1)
    const items = await withActivities(request, page)
    return last && more ? { items, next: writeCursor(last.mark) } : { items }
  },
}

/** Places held whose end is still to come, the next one first. */
async function upcoming({ store, me, now }: PersonRequest, mark: Mark | undefined): Promise<Found> {
  const places = await store.find('places', {
    where: {
      holder: me._id,
      endAt: { $gte: Math.max(now + 1, mark?.at ?? 0) },
      ...(mark && { $or: [{ endAt: { $gt: mark.at } }, { endAt: mark.at, _id: { $gt: mark.id } }] }),
    },
    orderBy: { endAt: 1, _id: 1 },
    limit: MINE_PAGE + 1,
  })
  return { found: places.map(place => ofPlace(place, 'SIGNED')), more: places.length > MINE_PAGE }
}

/** What was cancelled or closed, and places whose end has passed before anybody closed them; the latest first. */
async function ended(request: PersonRequest, mark: Mark | undefined): Promise<Found> {
  const { store, me, now } = request
  const before = Math.min(now, mark?.at ?? now)
  const [rows, places] = await Promise.all([
    store.find('signups', {
      where: {
        personId: me._id,
        endedAt: { $lte: before },
        ...(mark && { $or: [{ endedAt: { $lt: mark.at } }, { endedAt: mark.at, _id: { $lt: mark.id } }] }),
      },
      orderBy: { endedAt: -1, _id: -1 },
      limit: MINE_PAGE + 1,
    }),
    store.find('places', {
      where: {
        holder: me._id,
        endAt: { $lte: before },
        ...(mark && { $or: [{ endAt: { $lt: mark.at } }, { endAt: mark.at, _id: { $lt: mark.id } }] }),
      },
      orderBy: { endAt: -1, _id: -1 },
      limit: MINE_PAGE + 1,
    }),
  ])
  const over = await withoutStillHeld(rows, request)
  const found = [...over.map(ofRow), ...places.map(place => ofPlace(place, 'OVER'))].sort(
    (a, b) => b.mark.at - a.mark.at || (a.mark.id < b.mark.id ? 1 : -1),
  )
  // rows that are left out may have filled the read
  return { found, more: found.length > MINE_PAGE || rows.length > MINE_PAGE }
}

/** A cancel that was cut off has its row and not yet freed the place: as long as it is held, it has not ended. */
async function withoutStillHeld(rows: Signup[], { store, me, now }: PersonRequest): Promise<Signup[]> {
  if (!rows.some(({ endAt }) => endAt > now)) return rows
  const where = { holder: me._id, endAt: { $gt: now } }
  const running = await store.find('places', { where, fields: ['rid'], limit: MOST_RUNNING })
  const held = new Set(running.map(({ rid }) => `su_${rid}`))
  return rows.filter(({ _id }) => !held.has(_id))
}

function ofPlace({ _id, pool, refId, startAt, endAt, no, headcount }: Place, state: MyState): Holding {
  return {
    mark: { at: endAt, id: _id },
    activityId: refId,
    of: { sessionId: pool, startAt, endAt, no, headcount, state },
  }
}

function ofRow({
  _id,
  activityId,
  sessionId,
  startAt,
  endAt,
  no,
  headcount,
  state,
  endedAt,
}: Signup): Holding {
  return {
    mark: { at: endedAt, id: _id },
    activityId,
    // an attendance that was taken back leaves a holding that runs on
    of: { sessionId, startAt, endAt, no, headcount, state: state === 'VOID' ? 'OVER' : state },
  }
}

async function withActivities({ store }: PersonRequest, page: Holding[]): Promise<Page<MyActivity>['items']> {
  const ids = [...new Set(page.map(({ activityId }) => activityId))]
  if (ids.length === 0) return []
  const found = await store.find('activities', {
    where: { _id: { $in: ids } },
    fields: ['_id', 'kind', 'art', 'title', 'spot', 'state'],
    limit: ids.length,
  })
  const byId = new Map(found.map(activity => [activity._id, activity]))
  return page.flatMap(({ activityId, of }) => {
    const activity = byId.get(activityId)
    return activity ? [item(activity, of)] : []
  })
}

function item({ _id, kind, art, title, spot, state }: Activity, of: Holding['of']): MyActivity {
  const calledOff = state === 'CALLED_OFF' && of.state === 'SIGNED'
  return {
    activityId: _id,
    kind,
    art,
    title,
    spot,
    ...of,
    rateable: false,
    ...(calledOff && { state: 'CALLED_OFF' }),
  }
}
