import type { Settings } from '../../_kit/settings'
import type { Appointment, Trigger } from '../../../typings/documents'

const HOUR_MS = 3600_000
/** How long staff may look for another lawyer. */
export const FIND_MS = 24 * HOUR_MS

/** What is told of an appointment; the texts are those of notices. */
type AppointmentTrigger = Extract<Trigger, `APPT_${string}`>

/** Who is told what, and from which moment on it would come too late. */
export interface Tell {
  to: 'WORKER' | 'LAWYER' | 'STAFF'
  trigger: AppointmentTrigger
  /** What a lawyer owes, or why staff are asked, until when. */
  owed?: 'ANSWER' | 'RECORD'
  dueAt?: number
  /** Epoch ms. */
  until: number
}

/** What is due for an appointment now, and when it has to be looked at again; `at` is absent once nothing more will come. */
export interface Next {
  tells: Tell[]
  act?: 'ESCALATE' | 'LAPSE'
  at?: number
}

type Read = Pick<
  Appointment,
  '_id' | 'rid' | 'state' | 'startAt' | 'endAt' | 'bookedAt' | 'answerBy' | 'conflictedAt'
>

export function nextOf(appointment: Read, settings: Settings, now: number): Next {
  const { state, startAt, endAt, answerBy, conflictedAt } = appointment
  const running = [...told(appointment, now), ...reminders(appointment, now)]
  const reminds = reminderTimes(appointment)
  switch (state) {
    case 'BOOKED':
      if (now >= answerBy) return { tells: [], act: 'ESCALATE' }
      return { tells: [...running, owes('ANSWER', answerBy)], ...soonest(now, [...reminds, answerBy]) }
    case 'CLEARED':
    case 'CONSULTING': {
      const recordBy = endAt + settings['legal.recordHours'] * HOUR_MS
      const record = now < endAt ? [] : [owes('RECORD', recordBy)]
      return { tells: [...running, ...record], ...soonest(now, [...reminds, endAt]) }
    }
    case 'ESCALATED':
    case 'CONFLICTED': {
      const lapse = state === 'CONFLICTED' ? Math.min(conflictedAt + FIND_MS, startAt) : startAt
      if (now >= lapse) return { tells: [], act: 'LAPSE' }
      const staff: Tell = { to: 'STAFF', trigger: 'APPT_STAFF', until: startAt }
      return { tells: [staff], ...soonest(now, [lapse]) }
    }
    case 'CANCELLED':
      return { tells: both('APPT_CANCELLED', Infinity) }
    case 'DONE':
      return { tells: [{ to: 'WORKER', trigger: 'APPT_RECORD', until: Infinity }] }
    case 'RATED':
    case 'NO_SHOW':
      return { tells: [] }
  }
}

/** That it stands, with this lawyer at this time; it began with the holding its id is made from. */
function told({ _id, rid, startAt }: Read, now: number): Tell[] {
  return now < startAt ? both(_id === `apt_${rid}` ? 'APPT_BOOKED' : 'APPT_MOVED', startAt) : []
}

/** A day before, unless it was booked later than that, and an hour before. */
function reminders({ startAt, bookedAt }: Read, now: number): Tell[] {
  if (now >= startAt) return []
  if (now >= startAt - HOUR_MS) return both('APPT_SOON', startAt)
  const day = startAt - 24 * HOUR_MS
  return now >= day && bookedAt < day ? both('APPT_DAY', startAt) : []
}

const reminderTimes = ({ startAt }: Read) => [startAt - 24 * HOUR_MS, startAt - HOUR_MS]

const owes = (what: 'ANSWER' | 'RECORD', dueAt: number): Tell => ({
  to: 'LAWYER',
  trigger: 'APPT_TODO',
  owed: what,
  dueAt,
  until: Infinity,
})

const both = (trigger: AppointmentTrigger, until: number): Tell[] => [
  { to: 'WORKER', trigger, until },
  { to: 'LAWYER', trigger, until },
]

function soonest(now: number, times: readonly number[]): { at?: number } {
  const ahead = times.filter(time => time > now)
  return ahead.length === 0 ? {} : { at: Math.min(...ahead) }
}
