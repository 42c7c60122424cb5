import { array, boolean, maxLength, optional, picklist, pipe, regex, strictObject, string } from 'valibot'
import { AppError } from '../../_kit/errors'
import { idPattern } from '../../_kit/ids'
import { localDay, opId } from '../../account/input'
import { claimLabels, limitEventLabels } from '../../../miniprogram/shared/labels'
import type { LimitInput } from '../../../typings/api/legal'
import type { ClaimType, LimitEvent, LimitEventKind } from '../../../typings/documents'

/** Events of one card. */
export const MOST_EVENTS = 20

export const limitId = pipe(string(), regex(idPattern('lm')))
export const eventKind = picklist(Object.keys(limitEventLabels) as LimitEventKind[])

export const limitFields = {
  claimType: picklist(Object.keys(claimLabels) as ClaimType[]),
  keyDate: localDay,
  employedStill: boolean(),
  endDate: optional(localDay),
  events: pipe(
    array(
      strictObject({
        id: opId,
        kind: eventKind,
        date: localDay,
        untilDate: optional(localDay),
        state: picklist(['REPORTED', 'CONFIRMED', 'REJECTED']),
      }),
    ),
    maxLength(MOST_EVENTS),
  ),
}

/** Nothing that has not happened by `today` starts, interrupts or suspends a period. */
export function checkDates({ keyDate, endDate = '', events }: LimitInput, today: string): void {
  if (keyDate > today) throw new AppError('DATE_FUTURE', { field: 'keyDate' })
  if (endDate > today) throw new AppError('DATE_FUTURE', { field: 'endDate' })
  for (const event of events) checkEvent(event, today)
}

export function checkEvent(
  { kind, date, untilDate }: Pick<LimitEvent, 'kind' | 'date' | 'untilDate'>,
  today: string,
): void {
  if (date > today) throw new AppError('DATE_FUTURE', { field: 'date' })
  if (kind !== 'SUSPENDED') return
  if (untilDate === undefined) throw new AppError('INVALID_INPUT', { field: 'untilDate' })
  if (untilDate > today) throw new AppError('DATE_FUTURE', { field: 'untilDate' })
  if (untilDate < date) throw new AppError('TIME_ORDER', { field: 'untilDate' })
}
