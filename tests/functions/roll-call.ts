/** A session whose doors are open: staff, people with places, and what their phones show. */
import { placeKey, venueKeyOf } from '../../cloudfunctions/_kit/crypto'
import { ulid } from '../../cloudfunctions/_kit/ids'
import { placeId } from '../../cloudfunctions/_kit/places/place'
import { rowId } from '../../cloudfunctions/activity/roll/attendance'
import { dayKey } from '../../cloudfunctions/activity/holding/day-cap'
import { checkInCode } from '../../miniprogram/shared/check-in-code'
import { venueCode } from '../../miniprogram/shared/venue-code'
import type { Cap, Place, Session, Signup } from '../../typings/documents'
import type { ActivityOptions, World } from './world'
import { personId, secrets } from './world'

const WINDOW_SEC = 30
export const HOUR = 3600_000
export const DAY = 24 * HOUR

let made = 0

/** One holding and the phone that shows it. */
export interface Holder {
  openid: string
  sessionId: string
  rid: string
  no: number
  /** Codes at a moment, as a phone whose clock says so makes them. */
  codeAt(at: number): { text: string; digits: string }
}

export interface Hall {
  activityId: string
  sessionId: string
  staff: string
  /** Held places, from number 1 on. */
  holders: Holder[]
}

export const clockOf = async (world: World): Promise<number> => (await world.cloud.clock.read()).now

export async function someone(world: World, what = 'person'): Promise<string> {
  const openid = `${what}-${++made}`
  await world.people([openid])
  return openid
}

export async function keeper(world: World, caps: Cap[] = ['ROLL'], orgId = 'org_R'): Promise<string> {
  const openid = await someone(world, 'keeper')
  await world.grant(openid, caps, orgId)
  return openid
}

/** Half an hour before the start; `people` hold the first places. */
export async function hall(world: World, people = 1, options: ActivityOptions = {}): Promise<Hall> {
  const staff = await keeper(world)
  const { activityId, sessionId } = await world.activity({ starts: [0.5], places: people + 2, ...options })
  const openids = await Promise.all(Array.from({ length: people }, () => someone(world)))
  const holders = await Promise.all(openids.map((openid, i) => hold(world, sessionId, i + 1, openid)))
  return { activityId, sessionId, staff, holders }
}

/** Gives somebody this place, as taking it did a day ago. */
export async function hold(
  world: World,
  sessionId: string,
  no: number,
  openid: string,
  fields: Partial<Place> = {},
): Promise<Holder> {
  const holder = personId(openid)
  const [session] = await world.cloud.find<Session>('sessions', { _id: sessionId })
  const held: Partial<Place> = {
    holder,
    nth: 0,
    capKey: dayKey(holder, session?.startAt ?? 0),
    capNth: 0,
    rid: ulid(world.now),
    headcount: 1,
    at: world.now - DAY,
    state: 'HELD',
    ...fields,
  }
  const _id = placeId(sessionId, no)
  const { command } = world.cloud.db
  const { answers = null, ...plain } = held
  // an object in an update is taken for its fields, unless it is set as a whole
  await world.cloud.db
    .collection('places')
    .where({ _id })
    .update({ ...plain, answers: command.set(answers) })
  const rid = held.rid ?? ''
  const key = placeKey({ pool: sessionId, no, holder, rid }, secrets)
  const place = { sessionId, no, placeKey: key, windowSec: WINDOW_SEC }
  return { openid, sessionId, rid, no, codeAt: at => checkInCode(place, at) }
}

/** Somebody's own hands on the database: the place is free again. */
export async function letGo(world: World, { sessionId, no }: Holder): Promise<void> {
  const _id = placeId(sessionId, no)
  const free = { holder: '', nth: no, capKey: _id, capNth: 0, rid: '', headcount: 0, at: 0, state: 'FREE' }
  await world.cloud.db.collection('places').where({ _id }).update(free)
}

export const venueText = (sessionId: string, at: number): string =>
  venueCode(venueKeyOf(sessionId, secrets), sessionId, WINDOW_SEC, at).text

export async function rowOfHolder(world: World, { rid }: Pick<Holder, 'rid'>): Promise<Signup | undefined> {
  const [row] = await world.cloud.find<Signup>('signups', { _id: rowId(rid) })
  return row
}

export async function setRow(
  world: World,
  { rid }: Pick<Holder, 'rid'>,
  fields: Partial<Signup>,
): Promise<void> {
  await world.cloud.db
    .collection('signups')
    .where({ _id: rowId(rid) })
    .update(fields)
}
