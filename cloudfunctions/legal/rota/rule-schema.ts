import type { InferOutput } from 'valibot'
import {
  array,
  check,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  transform,
} from 'valibot'
import type { LegalMode } from '../../../typings/documents'
import { rotaDay } from './rota-day'
import { slotsADay } from './rule-slots'

const MODES: readonly LegalMode[] = ['PHONE', 'SITE', 'TEXT']
/** Nothing twice. */
const unlike = <T>() => check<T[], 'twice'>(values => new Set(values).size === values.length, 'twice')
const clock = pipe(string(), regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const weekday = pipe(number(), integer(), minValue(1), maxValue(7))

/** The same rule in the same words, whatever the order its days and modes were sent in. */
export const ruleSchema = pipe(
  strictObject({
    id: optional(pipe(string(), regex(/^ru_[0-9A-Z]{26}$/))),
    weekdays: pipe(
      array(weekday),
      minLength(1),
      maxLength(7),
      unlike<number>(),
      transform(days => [...days].sort((a, b) => a - b)),
    ),
    from: clock,
    to: clock,
    slotMin: pipe(number(), integer(), minValue(15), maxValue(240)),
    everyWeeks: picklist([1, 2, 4]),
    anchorDate: rotaDay,
    untilDate: nullable(rotaDay),
    onHoliday: picklist(['SKIP', 'KEEP']),
    onMakeup: picklist(['SKIP', 'AS_WEEKDAY']),
    modes: pipe(
      array(picklist(MODES)),
      minLength(1),
      maxLength(MODES.length),
      unlike<LegalMode>(),
      transform(modes => MODES.filter(mode => modes.includes(mode))),
    ),
  }),
  check(rule => slotsADay(rule) > 0),
  check(({ anchorDate, untilDate }) => untilDate === null || anchorDate <= untilDate),
)

export type RuleWritten = InferOutput<typeof ruleSchema>
