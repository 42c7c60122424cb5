import type { Scope } from '../../_kit/grants'
import type { Filter, Store } from '../../_kit/store'
import type { Appointment } from '../../../typings/documents'
import { within } from '../../insight/within'
import type { CaseRow } from './case-row'
import { CASE_FIELDS } from './case-row'
import { uncovered } from './uncovered'

const MOST = 1000

/** Appointments that wait for staff to find another lawyer or hour, the earliest first. */
export async function awaiting(
  store: Store,
  paths: Scope['paths'],
  now: number,
  only: Filter<Appointment> = {},
): Promise<CaseRow[]> {
  const waiting: Filter<Appointment> = { state: { $in: ['CONFLICTED', 'ESCALATED'] } }
  const ahead: Filter<Appointment> = { state: { $in: ['BOOKED', 'CLEARED'] }, startAt: { $gt: now } }
  const live = await store.find('appointments', {
    where: { $and: [{ $or: within(paths) }, { $or: [waiting, ahead] }, only] },
    orderBy: { startAt: 1, _id: 1 },
    limit: MOST,
    fields: CASE_FIELDS,
  })
  const lost = await uncovered(store, live, now)
  return live.filter(({ _id, state }) => state === 'CONFLICTED' || state === 'ESCALATED' || lost.has(_id))
}
