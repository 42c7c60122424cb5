import { followFirm } from '../legal/menu/follow-firm'
import type { TaskHandler } from './task'

/** What hangs on a lawyer's firm is where their profile says. */
export const followFirmOf: TaskHandler = async ({ store, now }, { refId: lawyerId }) => {
  const lawyer = await store.get('lawyers', lawyerId)
  if (lawyer) await followFirm(store, lawyer, now)
  return 'DONE'
}
