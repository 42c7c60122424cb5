import type { ActivityDetail, SessionView } from '../../../../../typings/api/activity'
import type { Question, Spot } from '../../../../../typings/documents'
import type { FailedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import { plainWords, spoken, type Words } from '../../../../components/state-words/words'
import { clock, dateLong, hoursWords, localDate, range } from '../../../../shared/time'
import { audienceWords, buttonView, type ButtonView } from './button'
import { hintWords, isFull, sessionWords, underWords, type DetailModel } from './session-words'

export interface SessionLine {
  sessionId: string
  /** Only where the sessions lie on several days. */
  date: string
  time: string
  state: Words
  label: string
}

export interface ReadyView {
  kind: 'ready'
  activityId: string
  questions: Question[]
  strip: string
  art: string
  /** Address of a photo; '' shows the drawing. */
  cover: string
  title: string
  state: Words
  /** Beside the state: who may come, how many. */
  aside: string
  when: string
  spot: Spot
  org: string
  sessionsTitle: string
  sessionsNote: string
  sessions: SessionLine[]
  chosen: string
  /** Segments of the chosen session, where it has several. */
  segments: string
  /** What follows from its state, in a sentence; amber when it is urgent. */
  hint: string
  urgent: boolean
  paragraphs: string[]
  notes: string[]
  bar: { top: string; under: string; button: ButtonView }
}

export type DetailView = { kind: 'loading' } | ReadyView | FailedView

/** The person's own session, else one they wait for, else the first with a place, else the first. */
export function chosenSession({ sessions }: ActivityDetail, chosen?: string): SessionView | undefined {
  return (
    sessions.find(session => session.sessionId === chosen) ??
    sessions.find(session => session.mine) ??
    sessions.find(session => session.wait) ??
    sessions.find(session => session.phase === 'OPEN' && session.left !== 0) ??
    sessions[0]
  )
}

const noun = (activity: ActivityDetail): string => (activity.kind === 'VISIT' ? '时段' : '场次')

function whenWords(activity: ActivityDetail): string {
  const [first, ...others] = activity.sessions
  const last = others[others.length - 1]
  if (!first) return ''
  if (!last) {
    const days = localDate(first.startAt) !== localDate(first.endAt)
    return days
      ? range(first.startAt, first.endAt)
      : `${dateLong(first.startAt)}${range(first.startAt, first.endAt)}`
  }
  const count =
    activity.kind === 'VISIT' ? `共${activity.sessions.length}个时段` : `共${activity.sessions.length}场`
  const sameDay = localDate(first.startAt) === localDate(last.startAt)
  return `${sameDay ? dateLong(first.startAt) : range(first.startAt, last.endAt)}，${count}`
}

function activityWords(activity: ActivityDetail): Words {
  if (activity.phase === 'CALLED_OFF') return plainWords('活动已取消', 'late', 'error-circle')
  if (activity.phase === 'SOON') return plainWords('即将开始报名', 'plain', 'info-circle')
  if (activity.phase === 'OPEN') {
    const full = activity.sessions.every(session => isFull(activity, session))
    return full
      ? plainWords('名额已满', 'plain', 'info-circle')
      : plainWords('报名中', 'green', 'check-circle')
  }
  const words = { SHUT: '报名已截止', RUNNING: '正在进行', ENDED: '已结束' }
  return plainWords(words[activity.phase], 'plain', 'info-circle')
}

function sessionLine(model: DetailModel, session: SessionView): SessionLine {
  const days = new Set(model.activity.sessions.map(one => localDate(one.startAt))).size
  const state = sessionWords(model, session)
  const date = days > 1 ? dateLong(session.startAt) : ''
  const time = range(session.startAt, session.endAt)
  return { sessionId: session.sessionId, date, time, state, label: `${date}${time}，${spoken(state)}` }
}

const asideWords = (activity: ActivityDetail): string =>
  [activity.groupMax > 1 ? `每组不超过 ${activity.groupMax} 人` : '', audienceWords(activity)]
    .filter(Boolean)
    .join('　')

/** The same for every activity with numbers; the organiser need not write it. */
function cancelRule({ mode, rules }: ActivityDetail): string[] {
  if (mode === 'OPEN') return []
  const free =
    rules.cancelBeforeMin > 0 ? `开始前 ${hoursWords(rules.cancelBeforeMin)}可以免费取消，之后` : '开始前'
  return [`${free}取消记 1 分，未到场记 2 分。`]
}

const questionRule = ({ questions }: ActivityDetail): string[] =>
  questions.length > 0 ? [`报名时请填写：${questions.map(({ label }) => label).join('、')}。`] : []

function barView(model: DetailModel, session: SessionView | undefined): ReadyView['bar'] {
  const { activity, me, copyAt, now } = model
  if (!session) return { top: '', under: '', button: { text: '暂无场次', action: 'none' } }
  const several = activity.sessions.length > 1
  return {
    top: several ? clock(session.startAt) : '',
    under: underWords(model, session),
    button: buttonView(activity, session, me, copyAt !== undefined, now),
  }
}

export function detailView(model: DetailModel): ReadyView {
  const { activity, copyAt } = model
  const stale = copyAt !== undefined
  const session = chosenSession(activity, model.chosen)
  const segments = session?.phase === 'OPEN' && session.segments.length > 1 && !stale ? session.segments : []
  return {
    kind: 'ready',
    activityId: activity.activityId,
    questions: activity.questions,
    strip: stripWords(copyAt),
    art: activity.art,
    cover: activity.coverUrl ?? '',
    title: activity.title,
    state: activityWords(activity),
    aside: asideWords(activity),
    when: whenWords(activity),
    spot: session?.spot ?? { name: '', address: '', lng: 0, lat: 0 },
    org: `${activity.orgName}主办`,
    sessionsTitle: activity.sessions.length > 1 ? `选择${noun(activity)}` : noun(activity),
    sessionsNote: activity.mode === 'FIRST' ? '以提交时为准' : '',
    sessions: activity.sessions.map(one => sessionLine(model, one)),
    chosen: session?.sessionId ?? '',
    segments: segments.map(one => `${one.label}余 ${one.left} ${activity.unit}`).join('　'),
    hint: hintWords(activity, session, model.now),
    urgent: !session?.mine && session?.wait?.offer !== undefined,
    paragraphs: activity.body.split('\n').filter(Boolean),
    notes: [...activity.rules.notes, ...questionRule(activity), ...cancelRule(activity)],
    bar: barView(model, session),
  }
}
