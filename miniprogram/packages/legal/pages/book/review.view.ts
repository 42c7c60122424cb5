import type { LegalService } from '../../../../../typings/api/legal'
import type { LegalMode } from '../../../../../typings/documents'
import { claimLabels, modeLabels } from '../../../../shared/labels'
import { dayWords } from '../../../../shared/local-days'
import { when } from '../../../../shared/time'
import { namesOf, questionsOf, type Draft, type Step } from './intake'
import type { FreeSlot } from './slot-choice'

/** One answer, and the question it leads back to. */
export interface ReviewRow {
  step: Step
  label: string
  value: string
}

/** 电话，韩律师 */
export const whoWords = ({ lawyer }: FreeSlot, mode: LegalMode): string => `${modeLabels[mode]}，${lawyer}`

/** What happens at the time that was chosen. */
export const modeHints: Record<LegalMode, string> = {
  PHONE: '到时律师拨打您登记的手机号，请保持畅通。',
  SITE: '请按时到场，带好材料原件。',
  TEXT: '律师在这段时间看您写的情况和材料，把答复写进咨询记录，不打电话。',
}

export function reviewRows(draft: Draft, service: LegalService): ReviewRow[] {
  const { slot, mode, claimType, keyDate, facts, files } = draft
  const asked = questionsOf(service)
  const rows: ReviewRow[] = [
    { step: 'choose', label: '时间', value: slot ? when(slot.startAt, slot.endAt) : '请选择时间' },
    { step: 'choose', label: '方式', value: slot && mode ? placeWords(slot, mode) : '' },
    { step: 'claim', label: '问题', value: claimType && claimLabels[claimType] },
    { step: 'opponent', label: '对方', value: namesOf(draft).join('、') || '没有填写' },
    { step: 'date', label: '日期', value: keyDate ? dayWords(keyDate) : '没有填写' },
    { step: 'facts', label: '情况', value: facts.trim() },
    { step: 'files', label: '材料', value: files.length > 0 ? `${files.length} 个文件` : '没有上传' },
  ]
  return rows.filter(({ step, value }) => value !== '' && (step === 'choose' || asked.includes(step)))
}

function placeWords(slot: FreeSlot, mode: LegalMode): string {
  const who = `${whoWords(slot, mode)}（${slot.firm}）`
  return slot.site ? `${who}，${slot.site}` : who
}
