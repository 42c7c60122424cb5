import type { Limitation } from '../../../../../typings/api/legal'
import type { ClaimType, LimitEvent } from '../../../../../typings/documents'
import type { FailedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import { claimLabels, limitEventLabels } from '../../../../shared/labels'
import { limitationOf, limitationText } from '../../../../shared/limitation'
import { dayWords } from '../../../../shared/local-days'
import { inputOf, isChanged, questionsOf, type LimitForm } from './limit-form'
import { resultView, type ResultView } from './result.view'

export interface EventLine {
  id: string
  what: string
  /** 2026年8月1日 – 2026年8月10日 */
  date: string
  state: string
  tone: 'amber' | 'green' | 'plain'
  /** Nobody has decided on it yet: the person may take it back. */
  removable: boolean
}

export interface CardLine {
  limitId: string
  title: string
  line: string
  note: string
  label: string
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  claim: string
  asks: ReturnType<typeof questionsOf>
  keyLabel: string
  keyHint: string
  keyDate: string
  endDate: string
  result: ResultView | undefined
  events: EventLine[]
  /** Words of the red button; '' while there is nothing to save. */
  save: string
  saved: boolean
  remind: boolean
  cards: CardLine[]
  /** The saved ones could not be read. */
  unread: string
}

export type LimitView = { kind: 'loading' } | { kind: 'gone' } | { kind: 'register' } | ReadyView | FailedView

/** What the page knows. `card`: the saved one that is open. */
export interface Known {
  form: LimitForm
  card?: Limitation
  cards: readonly Limitation[]
  copyAt?: number
  unread: string
  online: boolean
  today: string
}

/** A review of a contract is no dispute yet. */
export const claimOptions = Object.entries(claimLabels)
  .filter(([key]) => key !== 'CONTRACT_REVIEW')
  .map(([key, label]) => ({ key, label }))

export function limitView(known: Known): ReadyView {
  const { form, card, cards, unread, today } = known
  const { claimType } = form
  const input = inputOf(form, today)
  const result = input && claimType ? resultView(limitationOf(input, today), claimType) : undefined
  return {
    kind: 'ready',
    strip: stripOf(known),
    claim: claimType && claimLabels[claimType],
    asks: questionsOf(form),
    ...keyWords(claimType),
    keyDate: form.keyDate && dayWords(form.keyDate),
    endDate: form.endDate && dayWords(form.endDate),
    result,
    events: form.events.map(eventLine),
    save: result ? saveWords(result, form, card) : '',
    saved: card !== undefined,
    remind: card?.remind === true,
    cards: card ? [] : cards.map(cardLine),
    unread: card ? '' : unread,
  }
}

function stripOf({ online, card, copyAt }: Known): string {
  if (online && copyAt === undefined) return ''
  return card ? stripWords(copyAt) : '当前无网络，可以推算；保存需要联网。'
}

function saveWords({ state }: ResultView, form: LimitForm, card: Limitation | undefined): string {
  if (!card) return state === 'open' ? '保存提醒' : '保存'
  return isChanged(form, card) ? '保存修改' : ''
}

const keyWords = (claimType: ClaimType | '') => ({
  keyLabel: claimType === 'DISMISSAL' ? '哪天被辞退或解除合同' : '哪天知道权利受到侵害',
  keyHint:
    claimType === 'DISMISSAL' ? '一般是收到通知的那天。记不准时，选较早的一天。' : '记不准时，选较早的一天。',
})

const STATES = {
  REPORTED: { state: '待律师确认', tone: 'amber' },
  CONFIRMED: { state: '律师已确认', tone: 'green' },
  REJECTED: { state: '律师未予确认', tone: 'plain' },
} as const

const eventLine = ({ id, kind, date, untilDate, state }: LimitEvent): EventLine => ({
  id,
  what: limitEventLabels[kind],
  date: untilDate ? `${dayWords(date)}–${dayWords(untilDate)}` : dayWords(date),
  ...STATES[state],
  removable: state === 'REPORTED',
})

export function cardLine(card: Limitation): CardLine {
  const { limitId, claimType, deadline, daysLeft = 0 } = card
  const title = claimLabels[claimType]
  const label = `${title}，${limitationText(card)}`
  if (deadline === undefined) return { limitId, title, line: '在职期间暂不受一年限制', note: '', label }
  const note = daysLeft < 0 ? '请咨询律师' : `还有 ${daysLeft} 天`
  return { limitId, title, line: `提醒日 ${dayWords(deadline)}`, note, label }
}
