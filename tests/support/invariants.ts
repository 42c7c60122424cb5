import type { Person, Place, Session, Signup } from '../../typings/documents'
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
  const [places, sessions, signups, persons] = await Promise.all([
    everything<Place>(cloud, 'places'),
    everything<Session>(cloud, 'sessions'),
    everything<Signup>(cloud, 'signups'),
    everything<Person>(cloud, 'persons'),
  ])
  return [
    ...poolsAreWhole(places, sessions),
    ...onePlaceEach(places),
    ...capsHold(places),
    ...freePlacesAreFree(places),
    ...holdingsEndOnce(places, signups),
    ...holdersExist(places, persons),
  ]
}

/** Places that somebody holds. */
export function held(places: readonly Place[]): Place[] {
  return places.filter(({ holder }) => holder !== '' && !holder.startsWith('#'))
}

function poolsAreWhole(places: Place[], sessions: Session[]): string[] {
  return sessions.flatMap(({ _id, maxNo }) => {
    const numbers = places.filter(({ pool }) => pool === _id).map(({ no }) => no)
    const whole = numbers.length === maxNo && new Set(numbers).size === maxNo
    return whole || numbers.length === 0 ? [] : [`${_id} has ${numbers.length} places instead of ${maxNo}`]
  })
}

function onePlaceEach(places: Place[]): string[] {
  return repeats(held(places).map(({ pool, holder }) => `${pool} ${holder}`)).map(key => `two places: ${key}`)
}

function capsHold(places: Place[]): string[] {
  const counts = new Map<string, number>()
  for (const { capKey } of held(places)) counts.set(capKey, (counts.get(capKey) ?? 0) + 1)
  const over = [...counts]
    .filter(([, count]) => count > DAY_LIMIT)
    .map(([key]) => `over the day's limit: ${key}`)
  const foreign = held(places).filter(({ holder, capKey }) => !capKey.startsWith(`${holder}|`))
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

function holdingsEndOnce(places: Place[], signups: Signup[]): string[] {
  const over = new Set(signups.map(({ _id }) => _id))
  const both = held(places).filter(({ rid }) => over.has(`su_${rid}`))
  const rids = repeats(held(places).map(({ rid }) => rid))
  return [...both.map(({ _id }) => `held and ended: ${_id}`), ...rids.map(rid => `one holding twice: ${rid}`)]
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
