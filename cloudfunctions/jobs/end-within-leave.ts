import { lawyerAway } from '../../miniprogram/shared/legal-words'
import { endAppointment } from '../legal/booking/end-appointment'
import { LIVE } from '../legal/booking/my-appointment'
import { makeSlots } from '../legal/rota/make-slots'
import { rotaId } from '../legal/rota/rota-document'
import type { TaskHandler } from './task'

const PAGE = 20
const AGAIN_MS = 60_000

/** Ends each appointment that lies within a leave and has not begun; its people are told. `text`: whose leave, who wanted it. */
export const endWithinLeave: TaskHandler = async ({ store, now }, { refId: leaveId, text }) => {
  const [lawyerId = '', by = ''] = text.split(' ')
  const rota = await store.get('rotas', rotaId(lawyerId))
  const leave = rota?.leaves.find(({ id }) => id === leaveId)
  if (!leave) return 'DONE'
  const within = await store.find('appointments', {
    where: {
      lawyerId,
      state: { $in: LIVE },
      startAt: { $gt: now, $lt: leave.toAt },
      endAt: { $gt: leave.fromAt },
    },
    orderBy: { startAt: 1 },
    limit: PAGE,
  })
  const ending = { state: 'CANCELLED', reason: lawyerAway, by } as const
  let missed = 0
  for (const appointment of within) if (!(await endAppointment(store, appointment, ending, now))) missed++
  // what they let go of is free now, and not given
  if (within.length > 0) await makeSlots(store, lawyerId, now)
  if (missed > 0) return { until: now + AGAIN_MS }
  return within.length < PAGE ? 'DONE' : { cursor: leaveId }
}
