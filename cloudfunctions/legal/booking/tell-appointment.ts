import { modeLabels } from '../../../miniprogram/shared/labels'
import { lawyerName, owed, staffWhat } from '../../../miniprogram/shared/legal-words'
import type { AppointmentWords } from '../../../miniprogram/shared/notice-texts'
import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import { fullTime } from '../../../miniprogram/shared/time'
import { cannotWait } from '../../jobs/cannot-wait'
import { appointmentPage, consultPage, legalStaffPage } from '../../_kit/links'
import type { Told } from '../../_kit/notices'
import { tell } from '../../_kit/notices'
import type { Store } from '../../_kit/store'
import type { Appointment, Lawyer } from '../../../typings/documents'
import { caseStaff } from './case-staff'
import type { Tell } from './next-of'

type Known = { appointment: Appointment; lawyer: Lawyer }

/** Tells each once: what was told before has its id already. No facts, no names of the other side. */
export async function tellAppointment(
  store: Store,
  known: Known,
  tells: readonly Tell[],
  now: number,
): Promise<void> {
  if (tells.length === 0) return
  const { personId, orgPath } = known.appointment
  const staff = tells.some(({ to }) => to === 'STAFF') ? await caseStaff(store, orgPath, now) : []
  const people = { WORKER: [personId], LAWYER: [known.lawyer.personId], STAFF: staff }
  const told = tells.flatMap(one => people[one.to].map(personId => toldOf(known, one, personId, now)))
  await tell(store, told, now)
}

/** What one of them is told. */
export function toldOf({ appointment, lawyer }: Known, one: Tell, personId: string, now: number): Told {
  const { _id, rid, mode, startAt, reason, state } = appointment
  const words = { when: fullTime(startAt), mode: modeLabels[mode], lawyer: lawyerName(lawyer.surname) }
  const pages = { WORKER: appointmentPage(_id), LAWYER: consultPage(_id), STAFF: legalStaffPage }
  // another holding, another lawyer's turn, another thing owed: told anew
  const ref = [rid, ...(one.trigger === 'APPT_STAFF' ? [state] : []), ...(one.owed ? [one.owed] : [])].join(
    '_',
  )
  const moved = one.trigger === 'APPT_CANCELLED' || one.trigger === 'APPT_MOVED'
  return {
    personId,
    trigger: one.trigger,
    ref,
    text: textOf(one, words, { reason, state }),
    page: pages[one.to],
    urgent: moved && cannotWait(startAt, now),
    until: one.until,
  }
}

function textOf(
  { trigger, owed: what = 'ANSWER', dueAt = 0 }: Tell,
  words: AppointmentWords,
  { reason, state }: Pick<Appointment, 'reason' | 'state'>,
) {
  switch (trigger) {
    case 'APPT_MOVED':
    case 'APPT_CANCELLED':
      return noticeTexts[trigger]({ ...words, reason })
    case 'APPT_TODO':
      return noticeTexts.APPT_TODO({ what: owed[what], count: 1, until: fullTime(dueAt) })
    case 'APPT_STAFF':
      return noticeTexts.APPT_STAFF({
        what: state === 'CONFLICTED' ? staffWhat.CONFLICTED : staffWhat.ESCALATED,
        when: words.when,
      })
    case 'APPT_BOOKED':
    case 'APPT_DAY':
    case 'APPT_SOON':
    case 'APPT_RECORD':
      return noticeTexts[trigger](words)
  }
}
