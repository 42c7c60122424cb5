import { maxLength, optional, pipe, strictObject, string, trim } from 'valibot'
import type { Action } from '../../_kit/action'
import { loadSettings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import type { RosterRow } from '../../../typings/api/activity'
import type { Place, Question } from '../../../typings/documents'
import { answersOf } from '../holding/answers'
import { markOf, overFor } from './attendance'
import { numberCursor, sessionId } from '../input'
import { fitting } from '../../_kit/page-size'
import type { Named } from './people-named'
import { namedPeople } from './people-named'
import { rollCounts } from './roll-counts'
import type { Roll } from './roll-session'
import { readRoll, rollSessionOf } from './roll-session'
import { shows } from './roster-search'
import { rowsOf } from './rows-of'

const PAGE = 200
/** Documents of one read. */
const MOST_READ = 1000

export const roster: Action<'activity', 'roster', Roll> = {
  input: strictObject({
    sessionId,
    q: optional(pipe(string(), trim(), maxLength(20))),
    cursor: optional(numberCursor),
  }),

  load: (request, { sessionId }) => readRoll(request, sessionId),

  async run({ store, now }, { sessionId, q = '', cursor = '0' }, roll) {
    const settings = await loadSettings(store, now)
    const counts = await rollCounts(store, sessionId)
    const read = q === '' ? PAGE + 1 : MOST_READ
    const found: RosterRow[] = []
    for (let after = Number(cursor); ;) {
      const places = await placesAfter(store, sessionId, after, read)
      const rows = await rowsShown(store, places, roll.activity.questions)
      found.push(...rows.filter(row => q === '' || shows(row, q)))
      after = places.at(-1)?.no ?? after
      if (places.length < read || found.length > PAGE) break
    }
    const items = fitting(found, PAGE)
    const last = items.at(-1)
    const session = rollSessionOf(roll, settings)
    const more = last !== undefined && items.length < found.length
    return { session, ...counts, items, ...(more && { next: String(last.no) }) }
  },
}

function placesAfter(store: Store, sessionId: string, after: number, limit: number): Promise<Place[]> {
  const where = { pool: sessionId, state: { $in: ['HELD', 'OFFERED'] as const }, no: { $gt: after } }
  return store.find('places', { where, orderBy: { no: 1 }, limit })
}

async function rowsShown(
  store: Store,
  places: readonly Place[],
  questions: readonly Question[],
): Promise<RosterRow[]> {
  const [rows, people] = await Promise.all([
    rowsOf(store, places),
    namedPeople(
      store,
      places.map(({ holder }) => holder),
    ),
  ])
  return places.flatMap(place => {
    const row = rows.get(place.rid)
    const person = people.get(place.holder)
    // a cancel that is not through yet has ended this holding; of an account that is gone nothing can be told
    if (!person || (row && overFor(row) === 'NO_PLACE')) return []
    return [rowShown(place, person, markOf(place, row), questions)]
  })
}

function rowShown(
  place: Place,
  { name, tail, employment }: Named,
  mark: ReturnType<typeof markOf>,
  questions: readonly Question[],
): RosterRow {
  const state = place.state === 'OFFERED' ? 'OFFERED' : mark.state
  return { ...mark, state, name, tail, employment, answers: answersOf(place, questions) }
}
