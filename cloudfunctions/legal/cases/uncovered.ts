import { loadCalendar } from '../../_kit/calendar'
import type { Store } from '../../_kit/store'
import { DAY } from '../../../miniprogram/shared/time'
import { emptyRota } from '../rota/rota-document'
import type { CaseRow } from './case-row'
import { isCovered, wantedSlots } from '../rota/wanted-slots'

/** Ids of those that lie ahead and whose lawyer's rota gives their hours no more. At most three database calls. */
export async function uncovered(
  store: Store,
  appointments: readonly Pick<CaseRow, '_id' | 'lawyerId' | 'state' | 'startAt' | 'endAt'>[],
  now: number,
): Promise<Set<string>> {
  const ahead = appointments.filter(
    ({ state, startAt }) => startAt > now && (state === 'BOOKED' || state === 'CLEARED'),
  )
  const lawyerIds = [...new Set(ahead.map(({ lawyerId }) => lawyerId))]
  if (lawyerIds.length === 0) return new Set()
  const [rotas, calendar] = await Promise.all([
    store.find('rotas', { where: { lawyerId: { $in: lawyerIds } }, limit: lawyerIds.length }),
    loadCalendar(store, now),
  ])
  // a slot that began the day before may reach into these hours
  const range = { startAt: now - DAY, endAt: Math.max(...ahead.map(({ endAt }) => endAt)) }
  const given = new Map(
    lawyerIds.map(lawyerId => {
      const rota = rotas.find(one => one.lawyerId === lawyerId) ?? emptyRota(lawyerId, now)
      return [lawyerId, wantedSlots(rota, calendar, range)]
    }),
  )
  const lost = ahead.filter(one => !isCovered(one, given.get(one.lawyerId) ?? []))
  return new Set(lost.map(({ _id }) => _id))
}
