import type { ManagedActivity } from '../../../../../typings/api/activity'
import { when } from '../../../../shared/time'

export type ActionKey =
  'edit' | 'roll' | 'capacity' | 'export' | 'poster' | 'preview' | 'copy' | 'finish' | 'callOff' | 'discard'

/** Something that can be done with an activity now. `sessions`: with one of these. */
export interface Action {
  key: ActionKey
  label: string
  icon: string
  sessions: { sessionId: string; label: string }[]
}

type Session = ManagedActivity['sessions'][number]
type Rule = [
  key: ActionKey,
  label: string,
  icon: string,
  possible: (activity: ManagedActivity, now: number) => boolean,
  ofSession?: (session: Session, now: number) => boolean,
]

const published = ({ state }: ManagedActivity): boolean => state === 'PUBLISHED'
const unpublished = ({ state }: ManagedActivity): boolean => state === 'DRAFT' || state === 'REVIEWING'
const on = ({ state }: Session): boolean => state === 'ON'
const toCome = (session: Session, now: number): boolean => on(session) && session.endAt > now

/** Only what is possible is offered; the server has the last word. */
const rules: Rule[] = [
  ['edit', '编辑', 'edit-1', one => one.may.edit && one.state !== 'FINISHED' && one.state !== 'CALLED_OFF'],
  ['roll', '现场签到', 'scan', one => one.may.roll && published(one), on],
  ['capacity', '改名额', 'usergroup-add', one => one.may.edit && published(one) && one.capacity > 0, toCome],
  [
    'export',
    '名单导出',
    'download',
    one => one.state === 'PUBLISHED' || one.state === 'FINISHED',
    ({ state }) => state !== 'CALLED_OFF',
  ],
  ['poster', '海报', 'qrcode', (one, now) => one.may.edit && published(one) && one.endAt > now],
  ['preview', '职工页面', 'browse', published],
  ['copy', '复制', 'copy', one => one.may.edit],
  ['finish', '结束签到', 'check-circle', published, (session, now) => on(session) && session.endAt <= now],
  ['callOff', '取消活动', 'close', one => one.may.edit && published(one), toCome],
  ['discard', '删除草稿', 'delete', one => one.may.edit && unpublished(one)],
]

const sessionLabel = ({ startAt, endAt }: Session): string => when(startAt, endAt)

export function actionsOf(activity: ManagedActivity, now: number): Action[] {
  return rules.flatMap(([key, label, icon, possible, ofSession]) => {
    if (!possible(activity, now)) return []
    const own = ofSession ? activity.sessions.filter(session => ofSession(session, now)) : []
    if (ofSession && own.length === 0) return []
    const sessions = own.map(session => ({ sessionId: session.sessionId, label: sessionLabel(session) }))
    return [{ key, label, icon, sessions }]
  })
}

/** What calling it off does, said before it is done. */
export const callOffWords = ({ held, waiting }: ManagedActivity, whole: boolean): string => {
  const people = [held > 0 ? `报上名的 ${held} 人` : '', waiting > 0 ? `候补的 ${waiting} 人` : ''].filter(
    Boolean,
  )
  const told = people.length === 0 ? '还没有人报名。' : `${people.join('和')}会马上收到通知，都不记分。`
  return `${whole ? told : '这一场的职工会马上收到通知，都不记分。'}取消后不能恢复。`
}

/** What throwing a draft away does, said before it is done. */
export const discardWords = ({ state }: Pick<ManagedActivity, 'state'>): string =>
  `${state === 'REVIEWING' ? '正在等待的复核会一起撤回。' : ''}职工没有看到过它，不发通知。删除后不能恢复。`
