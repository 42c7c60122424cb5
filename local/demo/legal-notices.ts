import { noticeOf } from '../../cloudfunctions/_kit/notices'
import type { Told } from '../../cloudfunctions/_kit/notices'
import type { Secrets } from '../../cloudfunctions/_kit/keys'
import { presets } from '../../cloudfunctions/_kit/settings'
import { taskOf } from '../../cloudfunctions/_kit/tasks'
import { nextOf } from '../../cloudfunctions/legal/booking/next-of'
import { toldOf } from '../../cloudfunctions/legal/booking/tell-appointment'
import { toldOfSwap } from '../../cloudfunctions/legal/rota/tell-swap'
import { slotIdOf } from '../../cloudfunctions/legal/slot-id'
import type { Appointment, Lawyer, Notice, Swap, Task } from '../../typings/documents'
import { ulidOf } from './activities'
import { lawyerIdFor } from './legal-lawyers'
import { personIdFor } from './people'
import { shanghaiTime } from './shanghai-time'
import { unionOf } from './unions'

const SLOT_MS = 30 * 60_000

/** What the people of an appointment were told until now, and when `jobs` looks at it again. */
export function followed(
  appointment: Appointment,
  lawyers: readonly Lawyer[],
  secrets: Secrets,
  now: number,
): { notices: Notice[]; tasks: Task[] } {
  const lawyer = lawyers.find(({ _id }) => _id === appointment.lawyerId)
  if (!lawyer) return { notices: [], tasks: [] }
  const people = {
    WORKER: appointment.personId,
    LAWYER: lawyer.personId,
    STAFF: personIdFor('oDemo-he', secrets),
  }
  const { tells, at } = nextOf(appointment, presets, now)
  return {
    notices: tells.map(one =>
      readAlready(toldOf({ appointment, lawyer }, one, people[one.to], now), appointment.bookedAt),
    ),
    tasks: at === undefined ? [] : [taskOf('APPT', appointment._id, at)],
  }
}

/** 罗岚 asks 叶知秋 to take over an hour of hers. */
export function proposedSwap(
  lawyers: readonly Lawyer[],
  secrets: Secrets,
): { swap: Swap; notices: Notice[]; tasks: Task[] } {
  const [at, startAt] = [shanghaiTime('2026-09-15', '16:20'), shanghaiTime('2026-09-18', '15:00')]
  const [fromId, toId] = [lawyerIdFor('luo', secrets), lawyerIdFor('ye', secrets)]
  const slotId = slotIdOf(fromId, startAt)
  const swap = {
    ...{ _id: `sw_${ulidOf(92)}`, createdAt: at, updatedAt: at, rev: 1, fromId, toId },
    slots: [{ slotId, startAt, endAt: startAt + SLOT_MS, modes: ['PHONE' as const] }],
    ...{ state: 'PROPOSED' as const, orgPath: unionOf('org_R').path, reason: '', deciderId: '' },
  }
  const notices = toldOfSwap(swap, lawyers, []).map(told => readAlready(told, at))
  return { swap, notices, tasks: [taskOf('SWAP', swap._id, startAt)] }
}

/** Told before the demo began: nothing is sent any more. */
function readAlready(told: Told, at: number): Notice {
  return { ...noticeOf(told, at), dueAt: 0, readAt: at + SLOT_MS, result: 'INBOX' }
}
