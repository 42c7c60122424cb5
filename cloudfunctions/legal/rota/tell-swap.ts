import { lawyerName, swapWhat } from '../../../miniprogram/shared/legal-words'
import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import { dateTime } from '../../../miniprogram/shared/time'
import { lawyerDeskPage, legalStaffPage } from '../../_kit/links'
import type { Told } from '../../_kit/notices'
import { tell } from '../../_kit/notices'
import type { Store } from '../../_kit/store'
import type { Lawyer, Swap, SwapState } from '../../../typings/documents'
import { caseStaff } from '../booking/case-staff'

/** Tells each once what the swap is now. */
export async function tellSwap(store: Store, swap: Swap, now: number): Promise<void> {
  const { fromId, toId, state, orgPath } = swap
  if (state === 'APPROVED') return
  const lawyers = await store.find('lawyers', { where: { _id: { $in: [fromId, toId] } }, limit: 2 })
  const staff = state === 'ANSWERED' ? await caseStaff(store, orgPath, now) : []
  await tell(store, toldOfSwap({ ...swap, state }, lawyers, staff), now)
}

/** Who has to answer, and afterwards both of them, are told. */
export function toldOfSwap(
  { _id, fromId, toId, slots, state, reason }: Swap & { state: Exclude<SwapState, 'APPROVED'> },
  lawyers: readonly Lawyer[],
  staff: readonly string[],
): Told[] {
  const [from, to] = [fromId, toId].map(id => lawyers.find(lawyer => lawyer._id === id))
  const [first] = slots
  if (!from || !to || !first) return []
  const names = { from: lawyerName(from.surname), to: lawyerName(to.surname) }
  const words = { ...names, when: dateTime(first.startAt), count: slots.length, reason }
  const text = noticeTexts.SWAP({ what: swapWhat[state](words) })
  const sides = state === 'PROPOSED' ? [to] : state === 'ANSWERED' ? [from] : [from, to]
  const pages = [
    ...sides.map(({ personId }) => ({ personId, page: lawyerDeskPage })),
    ...staff.map(personId => ({ personId, page: legalStaffPage })),
  ]
  return pages.map(told => ({
    ...told,
    text,
    trigger: 'SWAP',
    ref: `${_id}_${state}`,
    until: first.startAt,
  }))
}
