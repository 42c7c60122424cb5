import type { AppointmentView, FileItem } from '../../../../../typings/api/legal'
import type { FailedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import type { Words } from '../../../../components/state-words/words'
import { claimLabels, modeLabels, nextStepLabels } from '../../../../shared/labels'
import { dayWords } from '../../../../shared/local-days'
import { dateTime, when } from '../../../../shared/time'
import { appointmentWords } from '../../appointment-words'
import { nextWords } from './next-words'

export interface RecordView {
  facts: string
  advice: string
  next: string
  /** What the union can do about the next step today. */
  nextHint: string
  at: string
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  title: string
  state: Words
  /** What happens next. */
  next: string[]
  when: string
  mode: string
  modeIcon: string
  lawyer: string
  spot: { name: string; address: string } | undefined
  record: RecordView | undefined
  rated: { score: number; text: string } | undefined
  /** What the person wrote. */
  intake: { label: string; value: string }[]
  files: { id: string; name: string }[]
  mayRate: boolean
  mayCancel: boolean
  /** It lies ahead: the phone's calendar may have it. */
  ahead: boolean
  /** It ended without a consultation. */
  mayBookAgain: boolean
}

export type PageView = { kind: 'loading' } | ReadyView | FailedView

const ICONS = { PHONE: 'call-1', SITE: 'location', TEXT: 'edit-1' } as const

const AGAIN: readonly AppointmentView['state'][] = ['CANCELLED', 'NO_SHOW', 'RATED']

export function appointmentPage(of: AppointmentView, copyAt: number | undefined, now: number): ReadyView {
  const { can, rating, spot, startAt, endAt, state } = of
  return {
    kind: 'ready',
    strip: stripWords(copyAt),
    title: `${of.service}咨询`,
    state: appointmentWords(of, now),
    next: nextWords(of, now),
    when: when(startAt, endAt),
    mode: modeLabels[of.mode],
    modeIcon: ICONS[of.mode],
    lawyer: `${of.lawyer}　${of.firm}`,
    spot: spot && { name: spot.name, address: spot.address },
    record: recordView(of),
    rated: rating,
    intake: intakeRows(of),
    files: (of.intake?.files ?? []).map(fileRow),
    mayRate: can.rate && copyAt === undefined,
    mayCancel: can.cancel && now < startAt && copyAt === undefined,
    ahead: now < startAt && state !== 'CANCELLED',
    mayBookAgain: AGAIN.includes(state),
  }
}

function recordView({ record }: AppointmentView): RecordView | undefined {
  if (!record || record.finalAt === 0) return undefined
  const { facts, advice, next, finalAt } = record
  const nextHint = next === 'MEDIATION' ? '线上调解正在准备，现在请拨打 12351，由工作人员为您登记。' : ''
  return {
    facts,
    advice,
    next: nextStepLabels[next],
    nextHint,
    at: `填写于 ${dateTime(finalAt)}`,
  }
}

function intakeRows({ intake, opponents }: AppointmentView): ReadyView['intake'] {
  const names = opponents.map(({ name }) => name).join('、')
  const rows = [
    { label: '问题', value: intake ? claimLabels[intake.claimType] : '' },
    { label: '对方', value: names },
    { label: '日期', value: intake?.keyDate ? dayWords(intake.keyDate) : '' },
    { label: '情况', value: intake?.facts ?? '' },
  ]
  return rows.filter(({ value }) => value !== '')
}

const fileRow = ({ id, mime }: FileItem, i: number): ReadyView['files'][number] => ({
  id,
  name: `材料 ${i + 1}（${mime === 'application/pdf' ? 'PDF' : '图片'}）`,
})
