import {
  array,
  boolean,
  check,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  trim,
  union,
} from 'valibot'
import type { ActivityKind, ActivityMode, Art, Employment } from '../../../typings/documents'
import { coverFile } from '../cover'
import { count, instant, orgId, sessionId, wholeNumber } from '../input'

export const KINDS = [
  'COOL',
  'NEWFORM',
  'CHECKUP',
  'WALK',
  'CHOIR',
  'VISIT',
  'LECTURE',
  'CONTEST',
  'OTHER',
] as const satisfies readonly ActivityKind[]
const MODES = ['FIRST', 'DRAW', 'OPEN'] as const satisfies readonly ActivityMode[]
const ARTS = [
  'cool',
  'newform',
  'checkup',
  'walk',
  'choir',
  'visit',
  'lecture',
  'contest',
  'film',
  'badminton',
] as const satisfies readonly Art[]
const EMPLOYMENTS = [
  'OFFICE',
  'COURIER',
  'RIDER',
  'SANITATION',
  'DRIVER',
  'OTHER',
] as const satisfies readonly Employment[]

export const MOST_PLACES = 2000
const MOST_FEN = 9_999_999_999
const WEEK_MIN = 10_080

const text = (least: number, most: number) => pipe(string(), trim(), minLength(least), maxLength(most))
const distinct = <T>(values: readonly T[]) => new Set(values).size === values.length
const employments = pipe(array(picklist(EMPLOYMENTS)), maxLength(EMPLOYMENTS.length), check(distinct))

const spot = strictObject({
  name: text(0, 40),
  address: text(0, 80),
  // GCJ-02 covers China; 0 as long as nobody has pointed at the map
  lng: union([literal(0), pipe(number(), minValue(73), maxValue(136))]),
  lat: union([literal(0), pipe(number(), minValue(3), maxValue(54))]),
})

const kept = strictObject({
  label: text(0, 30),
  places: wholeNumber(MOST_PLACES),
  employments,
})

const session = strictObject({
  sessionId: optional(sessionId),
  startAt: instant,
  endAt: instant,
  openAt: instant,
  closeAt: instant,
  spot,
  places: wholeNumber(MOST_PLACES),
  kept: pipe(array(kept), maxLength(5)),
})

const question = strictObject({
  // what every object has by birth would look answered
  key: pipe(
    string(),
    regex(/^[a-z]\w{0,19}$/i),
    check(key => !(key in {})),
  ),
  label: text(0, 40),
  kind: picklist(['TEXT', 'CHOICE']),
  options: pipe(array(text(0, 40)), maxLength(10)),
  required: boolean(),
})

/**
 * What the form sends. A draft may be unfinished: what publishing asks for, and what depends on more than one field, is in
 * draft-rules.ts.
 */
export const draftSchema = strictObject({
  kind: picklist(KINDS),
  mode: picklist(MODES),
  art: picklist(ARTS),
  title: text(2, 40),
  body: pipe(string(), maxLength(2000)),
  coverId: union([literal(''), coverFile]),
  orgId,
  audience: strictObject({ memberOnly: boolean(), employments }),
  notes: pipe(array(text(0, 100)), maxLength(10)),
  cancelBeforeMin: wholeNumber(WEEK_MIN),
  groupMax: count(200),
  questions: pipe(
    array(question),
    maxLength(6),
    check(all => distinct(all.map(({ key }) => key))),
  ),
  budgetFen: wholeNumber(MOST_FEN),
  sessions: pipe(array(session), maxLength(30)),
})
