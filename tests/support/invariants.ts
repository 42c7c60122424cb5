import type { Person, Place, Session, Signup, Task, Wait } from '../../typings/documents'
import { isLive } from '../../cloudfunctions/activity/queue/wait-entry'
import type { TestCloud } from './cloud'

const PAGE = 1000
const DAY_LIMIT = 2

/** All documents of a collection, page by page. */
export async function everything<T>(cloud: TestCloud, collection: string): Promise<T[]> {
  const all: T[] = []
  for (;;) {
    const { data } = await cloud.db
      .collection(collection)
      .orderBy('_id', 'asc')
      .skip(all.length)
      .limit(PAGE)
      .get()
    all.push(...(data as T[]))
    if (data.length < PAGE) return all
  }
}

/** What must hold in the database at every instant at which nothing is running. Answers every sentence that does not. */
export async function brokenInvariants(cloud: TestCloud): Promise<string[]> {
  const [places, sessions, signups, persons, waits, tasks] = await Promise.all([
    everything<Place>(cloud, 'places'),
    everything<Session>(cloud, 'sessions'),
    everything<Signup>(cloud, 'signups'),
    everything<Person>(cloud, 'persons'),
    everything<Wait>(cloud, 'waits'),
    everything<Task>(cloud, 'tasks'),
  ])
  return [
    ...poolsAreWhole(places, sessions, tasks),
    ...onePlaceEach(places),
    ...capsHold(places),
    ...freePlacesAreFree(places),
    ...holdingsEndOnce(places, signups),
    ...holdersExist(places, persons),
    ...offersAreLookedAt(places),
    ...entriesAreKeyed(waits),
  ]
}

/** Places that somebody has: holds, or is offered. */
export function held(places: readonly Place[]): Place[] {
  return places.filter(({ holder }) => holder !== '' && !holder.startsWith('#'))
}

/** A publication, or a raise, that was cut off is completed by its task. */
function poolsAreWhole(places: Place[], sessions: Session[], tasks: Task[]): string[] {
  const due = new Set(tasks.filter(({ dueAt }) => dueAt > 0).map(({ _id }) => _id))
  return sessions.flatMap(({ _id, activityId, maxNo }) => {
    if (due.has(`SETTLE:${_id}`) || due.has(`APPLY:${activityId}`)) return []
    const numbers = places.filter(({ pool }) => pool === _id).map(({ no }) => no)
    const whole = numbers.length === maxNo && new Set(numbers).size === maxNo
    return whole || numbers.length === 0 ? [] : [`${_id} has ${numbers.length} places instead of ${maxNo}`]
  })
}

function onePlaceEach(places: Place[]): string[] {
  return repeats(held(places).map(({ pool, holder }) => `${pool} ${holder}`)).map(key => `two places: ${key}`)
}

function capsHold(places: Place[]): string[] {
  // an offer, and what was called off, count under no limit
  const counted = held(places).filter(({ _id, capKey }) => capKey !== _id)
  const counts = new Map<string, number>()
  for (const { capKey } of counted) counts.set(capKey, (counts.get(capKey) ?? 0) + 1)
  const over = [...counts]
    .filter(([, count]) => count > DAY_LIMIT)
    .map(([key]) => `over the day's limit: ${key}`)
  const foreign = counted.filter(({ holder, capKey }) => !capKey.startsWith(`${holder}|`))
  return [...over, ...foreign.map(({ _id }) => `counted under another's limit: ${_id}`)]
}

function freePlacesAreFree(places: Place[]): string[] {
  return places
    .filter(({ holder }) => holder === '')
    .filter(
      ({ _id, no, nth, capKey, capNth, rid }) => nth !== no || capKey !== _id || capNth !== 0 || rid !== '',
    )
    .map(({ _id }) => `free and yet not clean: ${_id}`)
}

/** A cancelled holding may still have its place only while `jobs` is going to look at it. Other verdicts leave it. */
function holdingsEndOnce(places: Place[], signups: Signup[]): string[] {
  const over = new Set(signups.filter(isCancelled).map(({ _id }) => _id))
  const both = held(places).filter(({ rid, step }) => over.has(`su_${rid}`) && step !== 'HEAL')
  const rids = repeats(held(places).map(({ rid }) => rid))
  return [...both.map(({ _id }) => `held and ended: ${_id}`), ...rids.map(rid => `one holding twice: ${rid}`)]
}

const isCancelled = ({ state }: Signup) => state === 'CANCELLED' || state === 'LATE_CANCELLED'

/** Nobody else would ever end an offer. */
function offersAreLookedAt(places: Place[]): string[] {
  return places
    .filter(({ state, due, step }) => (state === 'OFFERED' || step !== '') && !(due > 0 && step !== ''))
    .map(({ _id, step }) => `never looked at again: ${_id} ${step}`)
}

/** A live entry carries its person's key, so that the unique index keeps them to one; an ended one its own id. */
function entriesAreKeyed(waits: Wait[]): string[] {
  return waits
    .filter(entry => entry.liveKey !== (isLive(entry) ? `${entry.sessionId}|${entry.personId}` : entry._id))
    .map(({ _id, state }) => `entry under a wrong key: ${_id} ${state}`)
}

function holdersExist(places: Place[], persons: Person[]): string[] {
  const ids = new Set(persons.map(({ _id }) => _id))
  return held(places)
    .filter(({ holder }) => !ids.has(holder))
    .map(({ _id }) => `held by nobody we know: ${_id}`)
}

function repeats(keys: string[]): string[] {
  return [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))]
}
