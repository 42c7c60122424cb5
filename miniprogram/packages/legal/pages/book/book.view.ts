import type { FreeSlots, LegalService } from '../../../../../typings/api/legal'
import type { FailedView } from '../../../../components/failure-card/failed'
import { modeLabels } from '../../../../shared/labels'
import { clock, dateLong, localDate, stamp, when } from '../../../../shared/time'
import type { Draft } from './intake'
import { questionView, type QuestionView } from './question.view'
import { modeHints, reviewRows, whoWords, type ReviewRow } from './review.view'
import type { FreeSlot } from './slot-choice'
import { slotsView, type SlotsView } from './slots.view'

export interface ChooseView {
  kind: 'choose'
  strip: string
  service: string
  modes: { key: string; label: string }[]
  mode: string
  modeHint: string
  /** 每次30分钟 */
  minutes: string
  slots: SlotsView
  /** Beside the button: 17日 19:30, 电话，韩律师. */
  top: string
  under: string
}

export interface AskView {
  kind: 'ask'
  strip: string
  question: QuestionView
  rows: ReviewRow[]
  modeHint: string
}

export interface DoneView {
  kind: 'done'
  appointmentId: string
  when: string
  who: string
  hint: string
  next: string
}

export type BookView = { kind: 'loading' } | { kind: 'closed' } | ChooseView | AskView | DoneView | FailedView

export interface BookModel {
  service: LegalService
  draft: Draft
  slots: FreeSlots
  free: readonly FreeSlot[]
  date: string
  declined: readonly string[]
  online: boolean
  /** Files that are not in the cloud yet. */
  filesWait: number
  now: number
}

export function bookView(model: BookModel): ChooseView | AskView {
  const { service, draft, online, filesWait, now } = model
  const modeHint = draft.mode && modeHints[draft.mode]
  if (draft.step === 'choose') return chooseView(model)
  return {
    kind: 'ask',
    strip: online ? '' : '当前无网络，写的内容留在手机里，联网后再提交。',
    question: questionView(draft, service, localDate(now), filesWait),
    rows: draft.step === 'review' ? reviewRows(draft, service) : [],
    modeHint,
  }
}

function chooseView({ service, draft, slots, free, date, declined, online }: BookModel): ChooseView {
  const { mode, slot } = draft
  return {
    kind: 'choose',
    strip: online ? '' : '当前无网络，空档可能已有变化。',
    service: service.name,
    modes: service.modes.map(key => ({ key, label: modeLabels[key] })),
    mode,
    modeHint: mode && modeHints[mode],
    minutes: `每次${service.minutes}分钟`,
    slots: slotsView(slots, free, { date, slotId: slot?.slotId ?? '', declined }),
    top: slot ? `${stamp(slot.startAt).day}日 ${clock(slot.startAt)}` : '',
    under: slot && mode ? whoWords(slot, mode) : '',
  }
}

export function doneView(appointmentId: string, { slot, mode, files }: Draft): DoneView | undefined {
  if (!slot || !mode) return undefined
  return {
    kind: 'done',
    appointmentId,
    when: when(slot.startAt, slot.endAt),
    who: `${whoWords(slot, mode)}（${slot.firm}）`,
    hint: modeHints[mode],
    next: `律师确认没有利益冲突后，才能看到您写的情况${files.length > 0 ? '和材料' : ''}。有变动会通知您。`,
  }
}

/** A slot that is offered instead. */
export const slotLine = ({ slotId, startAt, lawyer }: FreeSlot) => ({
  slotId,
  time: `${dateLong(startAt)}${clock(startAt)}`,
  lawyer,
})
