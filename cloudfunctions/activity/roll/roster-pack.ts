import { optional, pipe, regex, strictObject, string } from 'valibot'
import { placeKey, venueKeyOf } from '../../_kit/crypto'
import { AppError } from '../../_kit/errors'
import { secrets } from '../../_kit/keys'
import { purgeLater } from '../../_kit/purge-later'
import type { Action, StaffRequest } from '../../_kit/action'
import { loadSettings } from '../../_kit/settings'
import type { PackRow } from '../../../typings/api/activity'
import type { Pack, Place, Signup } from '../../../typings/documents'
import { overFor } from './attendance'
import { numberCursor, sessionId } from '../input'
import { fitting } from '../../_kit/page-size'
import type { Named } from './people-named'
import { namedPeople } from './people-named'
import type { Roll } from './roll-session'
import { readRoll, refuseCalledOff, rollSessionOf } from './roll-session'
import { packTimes } from './roll-times'
import { rowsOf } from './rows-of'

const PAGE = 150

export const rosterPack: Action<'activity', 'rosterPack', Roll> = {
  input: strictObject({
    sessionId,
    deviceId: pipe(string(), regex(/^[A-Za-z0-9-]{8,40}$/)),
    cursor: optional(numberCursor),
  }),

  load: (request, { sessionId }) => readRoll(request, sessionId),

  async run(request, { sessionId, deviceId, cursor }, roll) {
    const { store, now } = request
    refuseCalledOff(roll)
    const { from, to: expiresAt } = packTimes(roll.session)
    if (now < from) throw new AppError('PACK_TOO_EARLY', { until: from })
    if (now >= expiresAt) throw new AppError('OUTSIDE_WINDOW')
    const settings = await loadSettings(store, now)
    const packId = await givePack(request, sessionId, deviceId, expiresAt)
    const where = { pool: sessionId, state: 'HELD' as const, no: { $gt: Number(cursor ?? 0) } }
    const places = await store.find('places', { where, orderBy: { no: 1 }, limit: PAGE + 1 })
    const holders = places.map(({ holder }) => holder)
    const [rows, people] = await Promise.all([rowsOf(store, places), namedPeople(store, holders)])
    const page = fitting(
      places.map(place => packRow(place, people.get(place.holder), rows.get(place.rid))),
      PAGE,
    )
    return {
      packId,
      session: rollSessionOf(roll, settings),
      issuedAt: now,
      expiresAt,
      venueKey: venueKeyOf(sessionId, secrets()),
      items: page.flatMap(row => row ?? []),
      ...(page.length < places.length && { next: String(places[page.length - 1]?.no) }),
    }
  },
}

/** The device keeps what it recorded since its first roster: a later one moves its end, not its beginning. */
async function givePack(
  { store, now, personId }: StaffRequest,
  sessionId: string,
  deviceId: string,
  expiresAt: number,
): Promise<string> {
  const _id = `pk_${sessionId}_${deviceId}`
  const pack: Pack = {
    _id,
    createdAt: now,
    updatedAt: now,
    rev: 1,
    sessionId,
    deviceId,
    byId: personId,
    issuedAt: now,
    expiresAt,
  }
  await purgeLater(store, now)
  if (!(await store.insert('packs', pack)))
    await store.change('packs', { _id }, { byId: personId, expiresAt, updatedAt: now })
  return _id
}

/** `null`: nobody who could be checked in. */
function packRow(place: Place, person: Named | undefined, row: Signup | undefined): PackRow | null {
  if (!person || (row && overFor(row))) return null
  const { rid, no, headcount } = place
  const { name, tail } = person
  const at = row?.state === 'ATTENDED' ? row.endedAt : undefined
  const key = placeKey(place, secrets())
  return { rid, no, name, tail, headcount, placeKey: key, ...(at !== undefined && { at }) }
}
