import { maskedOf } from '../../account/self/me'
import type { Store } from '../../_kit/store'
import type { CaseItem } from '../../../typings/api/legal'
import { myAppointment } from '../booking/my-appointment'
import { FIND_MS } from '../booking/next-of'
import type { CaseRow } from './case-row'
import { uncovered } from './uncovered'

/** Appointments as staff see them: who, when, with whom, never what about. */
export async function caseItems(
  store: Store,
  appointments: readonly CaseRow[],
  now: number,
): Promise<CaseItem[]> {
  if (appointments.length === 0) return []
  const idsOf = (field: 'lawyerId' | 'personId') => [...new Set(appointments.map(one => one[field]))]
  const [lawyerIds, personIds] = [idsOf('lawyerId'), idsOf('personId')]
  const [lawyers, persons, lost] = await Promise.all([
    store.find('lawyers', { where: { _id: { $in: lawyerIds } }, limit: lawyerIds.length }),
    store.find('persons', { where: { _id: { $in: personIds } }, limit: personIds.length }),
    uncovered(store, appointments, now),
  ])
  return appointments.map(appointment => {
    const { _id, lawyerId, serviceId, personId, reason } = appointment
    const lawyer = lawyers.find(one => one._id === lawyerId)
    const person = persons.find(one => one._id === personId)
    return {
      ...myAppointment(appointment, lawyer),
      lawyerId,
      serviceId,
      person: person ? maskedOf(person).name : '',
      reason,
      dueAt: dueAt(appointment, lost.has(_id)),
      uncovered: lost.has(_id),
    }
  })
}

export async function caseItem(store: Store, appointment: CaseRow, now: number): Promise<CaseItem> {
  const [item] = await caseItems(store, [appointment], now)
  if (!item) throw new Error('one appointment is one item')
  return item
}

/** Until when somebody has to act on it; 0: nobody has to. */
function dueAt({ state, startAt, conflictedAt, answerBy }: CaseRow, isUncovered: boolean): number {
  if (state === 'CONFLICTED') return Math.min(conflictedAt + FIND_MS, startAt)
  if (state === 'ESCALATED' || isUncovered) return startAt
  return state === 'BOOKED' ? answerBy : 0
}
