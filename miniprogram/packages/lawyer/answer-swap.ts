import type { SwapItem } from '../../../typings/api/legal'
import { attempt } from '../../services/attempt'
import { legal } from '../../services/legal'
import type { ErrorCode } from '../../shared/errors'

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  CONFLICT_LAWYER: '其中有预约您不便承接，请选“不同意”，由同事另找人。',
  SLOT_CLOSED: '离开始不足2小时，不能再换班。',
}

/** Answers a swap, or takes one's own back; says how it went. True when what is shown is old. */
export async function answerSwap(swapId: string, agree: boolean): Promise<boolean> {
  const answered = await attempt(() => legal.swapAnswer({ swapId, agree }))
  const title = answered.ok
    ? doneWords(answered.value)
    : (SENTENCES[answered.failure.code] ?? answered.failure.sentence)
  void wx.showToast({ title, icon: 'none', duration: 3000 })
  return answered.ok || answered.failure.code === 'STATE_CHANGED' || answered.failure.code === 'NOT_FOUND'
}

const doneWords = ({ state, mine }: SwapItem): string =>
  state === 'REFUSED' ? (mine ? '已撤回' : '已回复：不同意') : '已同意，等待工会批准'
