import { check, optional, pipe, strictObject } from 'valibot'
import type { Action, Request } from '../../_kit/action'
import { loadCalendar } from '../../_kit/calendar'
import type { Calendar } from '../../_kit/day-type'
import { calendarDays } from '../../_kit/day-type'
import { AppError } from '../../_kit/errors'
import { lawyerName } from '../../../miniprogram/shared/legal-words'
import { daysBetween } from '../../../miniprogram/shared/local-days'
import { DAY } from '../../../miniprogram/shared/time'
import type { RotaSlot } from '../../../typings/api/legal'
import type { LegalMode, Place, Rota } from '../../../typings/documents'
import { rotaDay } from './rota-day'
import { dayAt } from '../../account/inbox/local-day'
import { appointmentsOf } from './held-slots'
import { lawyerPlaces } from './lawyer-places'
import type { LawyerRota } from './lawyer-rota'
import { lawyerId, loadLawyerRota } from './lawyer-rota'
import type { Hours } from './rule-slots'
import { swapsOf } from './swap-items'
import { isCovered, wantedSlots } from './wanted-slots'

const MOST_DAYS = 62
const MOST_LAWYERS = 200

export const rotaView: Action<'legal', 'rotaView', LawyerRota> = {
  input: pipe(
    strictObject({ lawyerId: optional(lawyerId), from: rotaDay, to: rotaDay }),
    check(({ from, to }) => from <= to),
  ),

  load: loadLawyerRota,

  async run(request, { from, to }, { lawyer, rota }) {
    if (daysBetween(from, to) >= MOST_DAYS) throw new AppError('RANGE_TOO_LONG')
    const { store, now } = request
    const range = { startAt: dayAt(from), endAt: dayAt(to) + DAY }
    const calendar = await loadCalendar(store, now)
    const [slots, swaps, colleagues] = await Promise.all([
      slotsOf(request, rota, calendar, range),
      swapsOf(store, lawyer._id),
      store.find('lawyers', { where: { active: true, _id: { $ne: lawyer._id } }, limit: MOST_LAWYERS }),
    ])
    return {
      lawyerId: lawyer._id,
      name: lawyerName(lawyer.surname),
      modes: lawyer.modes,
      rev: rota.rev,
      rules: rota.rules,
      leaves: rota.leaves.filter(({ fromAt, toAt }) => fromAt < range.endAt && toAt > range.startAt),
      slots,
      days: calendarDays(calendar, from, to),
      swaps,
      colleagues: colleagues.map(({ _id, surname, firm }) => ({
        lawyerId: _id,
        name: lawyerName(surname),
        firm,
      })),
    }
  },
}

/** Without those that are withdrawn. */
async function slotsOf(
  { store, now }: Request,
  rota: Rota,
  calendar: Calendar,
  range: Hours,
): Promise<RotaSlot[]> {
  const places = (await lawyerPlaces(store, rota.lawyerId, range)).filter(({ state }) => state !== 'BLOCKED')
  const held = places.filter(({ state }) => state === 'HELD')
  const appointments = await appointmentsOf(store, rota.lawyerId, held)
  const wanted = wantedSlots(rota, calendar, range)
  const stateOf = (place: Place) => {
    if (place.state !== 'HELD') return 'FREE'
    return place.startAt > now && !isCovered(place, wanted) ? 'UNCOVERED' : 'HELD'
  }
  return places.map(place => {
    const { pool: slotId, rid, startAt, endAt, segment } = place
    const appointmentId = appointments.get(rid)?._id
    const modes = segment.split(',') as LegalMode[]
    return {
      ...{ slotId, startAt, endAt, modes, state: stateOf(place) },
      ...(appointmentId !== undefined && { appointmentId }),
    }
  })
}
