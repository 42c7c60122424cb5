import type { AppointmentView, FileItem, Opponent } from '../../../../../typings/api/legal'
import type { FailedView } from '../../../../components/failure-card/failed'
import { failedView } from '../../../../components/failure-card/failed'
import type { Words } from '../../../../components/state-words/words'
import type { Failure } from '../../../../services/failure'
import { claimLabels, modeLabels, nextStepLabels } from '../../../../shared/labels'
import { dayWords } from '../../../../shared/local-days'
import { clock, dateLong, dateTime } from '../../../../shared/time'
import { limitCardView, type LimitView } from '../../components/limit-card/limit-card.view'
import { noteOf, stageOf, stateOf, type Stage } from './case-state'

export interface FileLine {
  id: string
  icon: 'image' | 'file'
  title: string
  size: string
}

export interface ReadyView {
  kind: 'ready'
  stage: Stage
  /** 劳动争议咨询（电话） */
  title: string
  day: string
  hours: string
  site: string
  state: Words
  note: string
  person: string
  opponents: { name: string; code: string }[]
  /** Why to look at the names closely; '' without a reason. */
  caution: string
  /** Absent for who may not read it. */
  intake?: { claim: string; keyDate: string; facts: string; files: FileLine[] }
  /** To call; '' when there is none, and then `phoneNote` says when there will be. */
  phone: string
  phoneNote: string
  limits: LimitView[]
  writes: boolean
  noShow: boolean
  /** A conflict may be declared after clearing too. */
  conflict: boolean
  handedIn?: { facts: string; advice: string; next: string; at: string }
  rating: string
}

export type ConsultView = { kind: 'loading' } | ReadyView | FailedView

export function consultView(read: AppointmentView, now: number): ReadyView {
  const stage = stageOf(read)
  const open = stage === 'OPEN'
  const calls = open && read.mode === 'PHONE'
  return {
    kind: 'ready',
    stage,
    title: `${read.service}（${modeLabels[read.mode]}）`,
    day: dateLong(read.startAt),
    hours: `${clock(read.startAt)}–${clock(read.endAt)}`,
    site: read.spot ? `${read.spot.name}，${read.spot.address}` : '',
    state: stateOf(read, now),
    note: noteOf(read, now),
    person: read.person,
    opponents: read.opponents.map(partyOf),
    caution: read.suspected ? '对方名称与您或同所律师申报过的名称相近，请仔细核对。' : '',
    intake: read.intake && intakeOf(read.intake),
    phone: calls ? read.phone : '',
    phoneNote: calls && read.phone === '' ? '开始前一天起显示电话号码' : '',
    limits: read.limitations.map(limitCardView),
    writes: read.can.record,
    noShow: read.can.noShow,
    conflict: open,
    ...(read.record && !open && { handedIn: handedIn(read.record) }),
    rating: read.rating ? [`${read.rating.score} 星`, read.rating.text].filter(Boolean).join('　') : '',
  }
}

/** What cannot be shown; of a case that moved on, in words of its own. */
export function refusedView(failure: Failure): FailedView {
  const view = failedView(failure, '没有提交的记录还在这台手机里。')
  if (failure.code !== 'NOT_FOUND') return view
  return { ...view, title: '此预约不由您办理', text: '它可能已经改派给其他律师。' }
}

const partyOf = ({ name, uscc = '' }: Opponent) => ({ name, code: uscc && `统一社会信用代码 ${uscc}` })

function intakeOf({ claimType, keyDate, facts, files }: NonNullable<AppointmentView['intake']>) {
  return {
    claim: claimLabels[claimType],
    keyDate: keyDate === undefined ? '' : dayWords(keyDate),
    facts,
    files: files.map(fileLine),
  }
}

function fileLine({ id, mime, bytes }: FileItem, index: number): FileLine {
  const picture = mime !== 'application/pdf'
  return {
    id,
    icon: picture ? 'image' : 'file',
    title: `${picture ? '图片' : 'PDF 文件'} ${index + 1}`,
    size: sizeWords(bytes),
  }
}

/** 860 KB, 1.2 MB */
function sizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

function handedIn({ facts, advice, next, finalAt }: NonNullable<AppointmentView['record']>) {
  return { facts, advice, next: nextStepLabels[next], at: `${dateTime(finalAt)} 提交` }
}
