import { textHash } from '../../cloudfunctions/account/self/consent'
import type { Secrets } from '../../cloudfunctions/_kit/keys'
import { taskOf } from '../../cloudfunctions/_kit/tasks'
import { nextNight } from '../../cloudfunctions/jobs/make-slots'
import { deadlineOf } from '../../cloudfunctions/legal/limitation/limitation-view'
import { nextReminderAt } from '../../cloudfunctions/legal/limitation/reminder-times'
import { agreements } from '../../miniprogram/shared/agreements'
import type { Consent, LimitationDoc, Person, Place } from '../../typings/documents'
import { ulidOf } from './activities'
import { appointments, bookedSlot, consultNotes } from './legal-appointments'
import { calendarYears } from './legal-calendar'
import { lawyers } from './legal-lawyers'
import { legalServices } from './legal-menu'
import { followed, proposedSwap } from './legal-notices'
import { parties } from './legal-parties'
import { freeSlotsOf, rotas, slotAt } from './legal-rotas'
import { personIdFor } from './people'
import type { Seed } from './seed'
import { shanghaiTime } from './shanghai-time'

const PURPOSE = 'LEGAL_SENSITIVE'

/** Legal help as it stands when the demo begins. */
export function legalSeed(now: number, at: number, secrets: Secrets) {
  const staff = lawyers(at, secrets)
  const weeks = rotas(at, secrets)
  const booked = appointments(staff, secrets)
  const live = booked.filter(({ endedAt }) => endedAt === 0).map(one => followed(one, staff, secrets, now))
  const { swap, ...asked } = proposedSwap(staff, secrets)
  const card = limitation(secrets)
  const reminder = nextReminderAt(card.deadline, now)
  return {
    legal_services: legalServices(at),
    calendar_years: calendarYears(at, personIdFor('oDemo-jiang', secrets)),
    lawyers: staff,
    rotas: weeks,
    places: weeks.flatMap(rota => {
      const own = booked.filter(({ lawyerId }) => lawyerId === rota.lawyerId)
      const free = new Map(freeSlotsOf(rota, now).map(place => [place.pool, place]))
      for (const one of own)
        free.set(one.slotId, bookedSlot(free.get(one.slotId) ?? slotAt(rota, one.startAt), one))
      return [...free.values()]
    }),
    appointments: booked,
    consult_notes: consultNotes(booked, secrets),
    parties: parties(booked, staff, secrets),
    swaps: [swap],
    limitations: [card],
    notices: [...live, asked].flatMap(({ notices }) => notices),
    tasks: [
      ...[...live, asked].flatMap(({ tasks }) => tasks),
      ...staff.map(({ _id }) => taskOf('SLOTS', _id, nextNight(now))),
      ...(reminder === undefined ? [] : [taskOf('LIMIT', card._id, reminder)]),
    ],
  } satisfies Partial<Seed> & { places: Place[] }
}

/** 许安宁 has thirty days left. */
function limitation(secrets: Secrets): LimitationDoc {
  const at = shanghaiTime('2026-09-10', '15:40')
  const fields = {
    ...{ claimType: 'OVERTIME' as const, keyDate: '2025-10-16', employedStill: false },
    ...{ endDate: '2025-10-16', events: [], remind: true },
  }
  return {
    ...{ _id: `lm_${ulidOf(93)}`, createdAt: at, updatedAt: at, rev: 1 },
    ...{ personId: personIdFor('oDemo-xu', secrets), ...fields },
    ...{ deadline: deadlineOf(fields, at), since: at, removedAt: 0 },
  }
}

/** Who has an appointment agreed to what that needs, when they booked their first. */
export function legalConsents({ appointments }: Pick<Seed, 'appointments'>): Consent[] {
  const first = new Map([...appointments].reverse().map(({ personId, bookedAt }) => [personId, bookedAt]))
  return [...first].map(([personId, at]) => ({
    ...{ _id: `${personId}:${PURPOSE}:1`, personId, purpose: PURPOSE, give: true, at, scene: 'book' },
    ...{ textVersion: agreements[PURPOSE].version, textHash: textHash(PURPOSE) },
  }))
}

export function consenting(person: Person, consents: readonly Consent[]): Person {
  const given = consents.find(({ personId }) => personId === person._id)
  return given ? { ...person, consents: { ...person.consents, [PURPOSE]: given.textVersion } } : person
}
