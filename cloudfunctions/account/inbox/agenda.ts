import { boolean, optional, strictObject } from 'valibot'
import type { Action, PersonRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { DAY } from '../../../miniprogram/shared/time'
import type { AgendaEvent } from '../../../typings/api/account'
import type { Activity, Place, Session } from '../../../typings/documents'
import { localDay } from '../input'
import { appointmentsOf, ofLawyer } from './agenda-appointments'
import { dayAt } from './local-day'

const MOST_DAYS = 62
const MOST_PLACES = 1000

/** One place with what it is for; `rid` names the holding. */
export interface Planned extends AgendaEvent {
  rid: string
}

export const agenda: Action<'account', 'agenda'> = {
  input: strictObject({ from: localDay, to: localDay, ics: optional(boolean()) }),

  async run(request, { from, to, ics }) {
    const [begin, end] = [dayAt(from), dayAt(to) + DAY]
    if (begin >= end) throw new AppError('TIME_ORDER')
    if (end - begin > MOST_DAYS * DAY) throw new AppError('RANGE_TOO_LONG')
    const planned = await plannedBetween(request, begin, end)
    const events = planned.map(({ rid: _, ...event }) => event)
    if (!ics) return { events }
    // its package is large and rarely asked for
    const { calendarText } = await import('./agenda-ics')
    return { events, icsText: calendarText(planned) }
  },
}

async function plannedBetween({ store, me, now }: PersonRequest, begin: number, end: number) {
  const found = await store.find('places', {
    where: { holder: me._id, endAt: { $gt: begin }, startAt: { $lt: end } },
    limit: MOST_PLACES,
  })
  const there = found.filter(({ state, offerUntil }) => state === 'HELD' || offerUntil > now)
  const [consultations, places] = [there.filter(ofLawyer), there.filter(place => !ofLawyer(place))]
  const appointments = await appointmentsOf(store, consultations)
  if (places.length === 0) return appointments.sort(byTime)
  const [pools, refs] = [idsOf(places, 'pool'), idsOf(places, 'refId')]
  const [sessions, activities] = await Promise.all([
    store.find('sessions', { where: { _id: { $in: pools } }, limit: pools.length }),
    store.find('activities', {
      where: { _id: { $in: refs } },
      fields: ['_id', 'title', 'state'],
      limit: refs.length,
    }),
  ])
  const sessionOf = new Map(sessions.map(session => [session._id, session]))
  const activityOf = new Map(activities.map(activity => [activity._id, activity]))
  const events = places.flatMap(place =>
    eventOf(place, sessionOf.get(place.pool), activityOf.get(place.refId)),
  )
  return [...events, ...appointments].sort(byTime)
}

const byTime = (a: Planned, b: Planned) => a.startAt - b.startAt || (a.refId < b.refId ? -1 : 1)

function eventOf(place: Place, session?: Session, activity?: Pick<Activity, 'title' | 'state'>): Planned[] {
  if (!session || !activity || session.state === 'CALLED_OFF' || activity.state === 'CALLED_OFF') return []
  const { startAt, endAt, spot } = session
  const { rid, pool: refId, state, no } = place
  return [
    {
      kind: 'ACTIVITY',
      refId,
      title: activity.title,
      startAt,
      endAt,
      spot: spot.name,
      address: spot.address,
      no: state === 'OFFERED' ? 0 : no,
      rid,
    },
  ]
}

const idsOf = (places: Place[], field: 'pool' | 'refId') => [...new Set(places.map(place => place[field]))]
