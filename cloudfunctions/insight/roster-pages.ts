import { employmentLabels } from '../../miniprogram/shared/labels'
import { checkInMethods, holdingStates, stampOf, walkInNote } from '../../miniprogram/shared/export-words'
import type { Place, Question, Signup } from '../../typings/documents'
import type { Store } from '../_kit/store'
import { answersOf } from '../activity/holding/answers'
import { markOf, overFor } from '../activity/roll/attendance'
import { rowsOf } from '../activity/roll/rows-of'
import type { Opened } from './people-opened'
import { peopleOpened } from './people-opened'

/** Documents of one read; the cloud gives no more. */
const PAGE = 1000

/** One row of the sheet, by its column; what was answered stands in the order of the questions. */
export interface RosterLine {
  cells: {
    no: number
    name: string
    /** Last four digits; the whole number in full. */
    phone: string
    employment: string
    headcount: number
    state: string
    at: string
    method: string
    note: string
  }
  answers: string[]
}

/** The roster by number, a thousand places at a time: no more than one page is in memory. */
export async function* rosterPages(
  store: Store,
  sessionId: string,
  questions: readonly Question[],
  full: boolean,
): AsyncGenerator<RosterLine[]> {
  for (let last = 0; ;) {
    const places = await store.find('places', {
      where: { pool: sessionId, state: { $in: ['HELD', 'OFFERED'] }, no: { $gt: last } },
      orderBy: { no: 1 },
      limit: PAGE,
    })
    const holders = places.map(({ holder }) => holder)
    const [rows, people] = await Promise.all([rowsOf(store, places), peopleOpened(store, holders, full)])
    yield places.flatMap(place => {
      const row = rows.get(place.rid)
      const person = people.get(place.holder)
      // a cancel that is not through yet has ended this holding; of an account that is gone nothing can be told
      if (!person || (row && overFor(row) === 'NO_PLACE')) return []
      return [lineOf(place, row, person, questions)]
    })
    last = places.at(-1)?.no ?? last
    if (places.length < PAGE) return
  }
}

function lineOf(
  place: Place,
  row: Signup | undefined,
  { name, phone, employment }: Opened,
  questions: readonly Question[],
): RosterLine {
  const { at, method } = markOf(place, row)
  const given = new Map(answersOf(place, questions).map(({ label, text }) => [label, text]))
  return {
    cells: {
      no: place.no,
      name,
      phone,
      employment: employmentLabels[employment],
      headcount: place.headcount,
      state: holdingStates[stateOf(place, row)],
      at: at === undefined ? '' : stampOf(at),
      method: method === undefined ? '' : checkInMethods[method],
      note: noteOf(row),
    },
    answers: questions.map(({ label }) => given.get(label) ?? ''),
  }
}

function stateOf(place: Place, row: Signup | undefined): keyof typeof holdingStates {
  if (place.state === 'OFFERED') return 'OFFERED'
  return row?.state === 'CALLED_OFF' ? 'CALLED_OFF' : markOf(place, row).state
}

/** Why it was done by hand, taken back or waived; and that it was taken at the door. */
function noteOf(row: Signup | undefined): string {
  if (!row) return ''
  const counted = row.sources.find(({ at }) => at === row.endedAt)?.reason
  return [row.walkIn ? walkInNote : '', counted, row.reason, row.waiveReason].filter(Boolean).join('；')
}
