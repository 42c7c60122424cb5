import { makeSlots } from '../legal/rota/make-slots'
import { rotaId } from '../legal/rota/rota-document'
import { DAY, dayStart } from '../../miniprogram/shared/time'
import type { TaskHandler } from './task'

/** 02:10 in Shanghai. */
const AT_NIGHT = 130 * 60_000

/** Every night a day is added, and what changed in the calendar is followed. */
export const makeSlotsOf: TaskHandler = async ({ store, now }, { refId: lawyerId }) => {
  if (!(await store.get('rotas', rotaId(lawyerId)))) return 'DONE'
  await makeSlots(store, lawyerId, now)
  return { until: nextNight(now) }
}

/** When slots are looked at again, epoch ms. */
export function nextNight(now: number): number {
  const tonight = dayStart(now) + AT_NIGHT
  return tonight > now ? tonight : tonight + DAY
}
