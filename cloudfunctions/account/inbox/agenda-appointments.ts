import { appointmentTitle } from '../../../miniprogram/shared/legal-words'
import { isSlot } from '../../_kit/places/pools'
import type { Store } from '../../_kit/store'
import type { Appointment, Lawyer, Place } from '../../../typings/documents'
import type { Planned } from './agenda'

export const ofLawyer = ({ pool }: Place): boolean => isSlot(pool)

/** What a calendar may say of the appointments these slots are held for: when, how and where. Two calls, none without. */
export async function appointmentsOf(store: Store, slots: readonly Place[]): Promise<Planned[]> {
  if (slots.length === 0) return []
  const read = await store.find('appointments', {
    where: { rid: { $in: slots.map(({ rid }) => rid) }, state: { $ne: 'CANCELLED' } },
    fields: ['_id', 'lawyerId', 'mode', 'startAt', 'endAt'],
    limit: slots.length,
  })
  const onSite = read.filter(({ mode }) => mode === 'SITE').map(({ lawyerId }) => lawyerId)
  const lawyers =
    onSite.length === 0
      ? []
      : await store.find('lawyers', { where: { _id: { $in: onSite } }, limit: onSite.length })
  const byId = new Map(lawyers.map(lawyer => [lawyer._id, lawyer]))
  return read.map(one => eventOf(one, byId.get(one.lawyerId)))
}

function eventOf({ _id: refId, mode, startAt, endAt }: Appointment, lawyer?: Lawyer): Planned {
  // of the appointment, not of its holding: moved, it stays the same event
  const rid = refId.slice('apt_'.length)
  const { name: spot, address } = lawyer?.site ?? { name: '', address: '' }
  return {
    kind: 'APPOINTMENT',
    refId,
    title: appointmentTitle(mode),
    startAt,
    endAt,
    spot,
    address,
    no: 0,
    rid,
  }
}
