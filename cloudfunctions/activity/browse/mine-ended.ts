import type { PersonRequest } from '../../_kit/action'
import { SESSIONS } from '../../_kit/places/pools'
import type { Place, Signup } from '../../../typings/documents'
import type { Found, Holding, Mark } from './mine-holding'
import { ofPlace, ofRow, pageOf } from './mine-holding'
import { MINE_PAGE } from '../settings'

const MOST_RUNNING = 1000
const MOST_READ = MINE_PAGE + 1

/** What was cancelled or closed, and places whose end has passed before anybody closed them; the latest first. */
export async function ended(request: PersonRequest, mark?: Mark): Promise<Found> {
  const before = Math.min(request.now, mark?.at ?? request.now)
  const [rows, places] = await Promise.all([
    readRows(request, before, mark),
    readPlaces(request, before, mark),
  ])
  const over = await withoutStillHeld(rows, request)
  const open = await withoutRow(places, request)
  const found = [...over.map(ofRow), ...open.map(place => ofPlace(place, 'OVER'))].sort(latestFirst)
  // where a read was full, nothing behind its last one is known to be next
  const ends = [rows.map(ofRow), places.map(place => ofPlace(place, 'OVER'))]
    .filter(read => read.length === MOST_READ)
    .flatMap(read => read.slice(-1))
  const [known] = ends.sort(latestFirst)
  if (!known) return pageOf(found, MINE_PAGE)
  const page = pageOf(
    found.filter(holding => latestFirst(holding, known) <= 0),
    MINE_PAGE,
  )
  const next = page.next ?? known.mark
  return page.found.length === 0 ? ended(request, next) : { ...page, next }
}

function latestFirst(a: Holding, b: Holding): number {
  if (a.mark.at !== b.mark.at) return b.mark.at - a.mark.at
  return a.mark.id === b.mark.id ? 0 : a.mark.id < b.mark.id ? 1 : -1
}

function readRows({ store, me }: PersonRequest, before: number, mark?: Mark): Promise<Signup[]> {
  return store.find('signups', {
    where: {
      personId: me._id,
      endedAt: { $lte: before },
      ...(mark && { $or: [{ endedAt: { $lt: mark.at } }, { endedAt: mark.at, _id: { $lt: mark.id } }] }),
    },
    orderBy: { endedAt: -1, _id: -1 },
    limit: MOST_READ,
  })
}

function readPlaces({ store, me }: PersonRequest, before: number, mark?: Mark): Promise<Place[]> {
  return store.find('places', {
    where: {
      holder: me._id,
      state: 'HELD',
      pool: SESSIONS,
      endAt: { $lte: before },
      ...(mark && { $or: [{ endAt: { $lt: mark.at } }, { endAt: mark.at, _id: { $lt: mark.id } }] }),
    },
    orderBy: { endAt: -1, _id: -1 },
    limit: MOST_READ,
  })
}

/** As long as a place is held and its session runs, its row is shown with what is to come. */
async function withoutStillHeld(rows: Signup[], { store, me, now }: PersonRequest): Promise<Signup[]> {
  if (!rows.some(({ endAt }) => endAt > now)) return rows
  const where = { holder: me._id, endAt: { $gt: now } }
  const running = await store.find('places', { where, fields: ['rid'], limit: MOST_RUNNING })
  const held = new Set(running.map(({ rid }) => `su_${rid}`))
  return rows.filter(({ _id }) => !held.has(_id))
}

/** A holding with a verdict is shown by its row. */
async function withoutRow(places: Place[], { store }: PersonRequest): Promise<Place[]> {
  if (places.length === 0) return places
  const rows = await store.find('signups', {
    where: { _id: { $in: places.map(({ rid }) => `su_${rid}`) } },
    fields: ['_id'],
    limit: places.length,
  })
  const ids = new Set(rows.map(({ _id }) => _id))
  return places.filter(({ rid }) => !ids.has(`su_${rid}`))
}
