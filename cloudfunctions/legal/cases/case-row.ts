import type { Appointment } from '../../../typings/documents'

/** What staff's lists are made from: nothing that is sealed. */
export const CASE_FIELDS = [
  ...(['_id', 'lawyerId', 'personId', 'serviceId', 'serviceName', 'mode', 'startAt', 'endAt'] as const),
  ...(['state', 'reason', 'answerBy', 'conflictedAt'] as const),
] satisfies (keyof Appointment)[]

export type CaseRow = Pick<Appointment, (typeof CASE_FIELDS)[number]>
