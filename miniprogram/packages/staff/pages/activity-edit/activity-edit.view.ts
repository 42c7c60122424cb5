import type { Editable } from '../../../../../typings/api/activity'
import type { ActivityDraft, ActivityKind, DraftSession } from '../../../../../typings/documents'
import { plainWords, type Words } from '../../../../components/state-words/words'
import type { FailedView } from '../../../../components/failure-card/failed'
import { kindLabels } from '../../../../shared/labels'
import { clock, dateLong, dateTime, localDate, range } from '../../../../shared/time'
import { most, type DraftProblem } from '../../draft/draft-problems'
import { habits } from '../../draft/defaults'
import { audienceWords, cancelWords, keptParts, modeLabels } from '../../draft/words'
import { wantsReview } from './consequences'
import { problemAt, sessionProblems, type SessionProblems } from './fields'

export interface SessionView {
  key: string
  title: string
  removable: boolean
  numbered: boolean
  /** Published: its places change by themselves. */
  locked: boolean
  day: string
  hours: string
  opens: string
  closes: string
  spot: string
  address: string
  places: number
  unit: string
  /** 新就业形态 1–12 号; 其余 13–36 号不限. */
  kept: string
  rest: string
  problems: SessionProblems
}

export interface ReadyView {
  kind: 'ready'
  saved: string
  state: Words
  /** Above the form: why it came back, who waits. */
  strip: { tone: 'amber' | 'plain'; icon: string; text: string } | null
  kinds: { key: ActivityKind; label: string; art: string; chosen: boolean }[]
  /** One may begin anew instead. */
  resumed: boolean
  /** Published: the kind stays. */
  published: boolean
  kindLabel: string
  art: string
  cover: string
  coverWords: string
  sessions: SessionView[]
  more: boolean
  org: string
  mode: string
  audience: string
  visit: boolean
  groupMax: number
  cancel: string
  questions: { key: string; label: string; line: string }[]
  moreQuestions: boolean
  moreNotes: boolean
  money: boolean
  button: string
  problems: Record<
    'title' | 'orgId' | 'body' | 'notes' | 'questions' | 'coverId' | 'budgetFen' | 'sessions',
    string
  >
}

export type EditView = { kind: 'loading' } | ReadyView | FailedView

export interface EditModel {
  draft: ActivityDraft
  /** Absent for an activity that was never saved. */
  editable?: Editable
  orgName: string
  /** Address of the cover's picture, on the phone or in the cloud. */
  cover: string
  /** When the phone kept it; absent when everything is on the server. */
  keptAt?: number
  problems: readonly DraftProblem[]
  online: boolean
  /** Goes on with what the phone kept of a new activity. */
  resumed: boolean
}

function hours({ startAt, endAt }: DraftSession): string {
  if (localDate(startAt) === localDate(endAt)) return range(startAt, endAt)
  return `${clock(startAt)} 到 ${dateLong(endAt)}${clock(endAt)}`
}

function keptLines(session: DraftSession): { kept: string; rest: string } {
  const { kept, rest } = keptParts(session)
  return { kept: kept.join('，'), rest }
}

function sessionView(session: DraftSession, index: number, { draft, problems }: EditModel): SessionView {
  const several = draft.sessions.length > 1
  const numbered = draft.mode !== 'OPEN'
  return {
    key: session.sessionId ?? `new-${index}`,
    title: several ? `第 ${index + 1} 场` : '',
    removable: several && session.sessionId === undefined,
    numbered,
    locked: session.sessionId !== undefined,
    day: dateLong(session.startAt),
    hours: hours(session),
    opens: `${dateTime(session.openAt)} 开始`,
    closes: `${dateTime(session.closeAt)} 截止`,
    spot: session.spot.name,
    address: session.spot.address,
    places: session.places,
    unit: draft.groupMax > 1 ? '一个名额一组' : modeLabels[draft.mode],
    ...keptLines(session),
    problems: sessionProblems(problems, index),
  }
}

function savedWords({ keptAt, editable, online }: EditModel): string {
  if (!online) return '当前无网络，写的内容留在本机'
  if (keptAt !== undefined) return `已自动保存 ${clock(keptAt)}`
  return editable ? `已保存 ${dateTime(editable.updatedAt)}` : '写的内容会自动保存'
}

function stateWords(editable: Editable | undefined): Words {
  if (!editable) return plainWords('新活动')
  const { state, draftState, changed } = editable
  if (draftState === 'RETURNED') return plainWords('被退回', 'amber', 'error-circle')
  if (state === 'REVIEWING' || draftState === 'REVIEWING') return plainWords('待复核', 'amber', 'time')
  if (state === 'PUBLISHED')
    return changed
      ? plainWords('有修改未发布', 'amber', 'info-circle')
      : plainWords('已发布', 'green', 'check-circle')
  return plainWords('草稿')
}

function stripOf(editable: Editable | undefined): ReadyView['strip'] {
  if (!editable) return null
  const { state, draftState, reason, orgName } = editable
  if (draftState === 'RETURNED') return { tone: 'amber', icon: 'chat-bubble', text: `退回原因：${reason}` }
  if (state === 'REVIEWING' || draftState === 'REVIEWING')
    return {
      tone: 'amber',
      icon: 'time',
      text: `正在等${orgName}有审批权限的同事复核。保存修改会撤回这次提交，改好后要再提交。`,
    }
  if (state === 'PUBLISHED')
    return {
      tone: 'plain',
      icon: 'info-circle',
      text: '活动已发布。改名称、时间、地点会通知持有名额的职工；名额要点“改名额”；场次不能删，只能取消。',
    }
  return null
}

function buttonWords({ draft, editable }: EditModel): string {
  if (wantsReview(editable, draft)) return '提交复核'
  return editable?.state === 'PUBLISHED' ? '发布修改' : '发布'
}

const PROBLEM_FIELDS = ['title', 'orgId', 'body', 'notes', 'questions', 'coverId', 'budgetFen'] as const

export function editView(model: EditModel): ReadyView {
  const { draft, editable, problems, cover } = model
  const kinds = Object.entries(kindLabels) as [ActivityKind, string][]
  return {
    kind: 'ready',
    saved: savedWords(model),
    state: stateWords(editable),
    strip: stripOf(editable),
    resumed: model.resumed,
    kinds: kinds.map(([key, label]) => ({ key, label, art: habits[key].art, chosen: key === draft.kind })),
    published: editable?.state === 'PUBLISHED',
    kindLabel: kindLabels[draft.kind],
    art: draft.art,
    cover,
    coverWords: draft.coverId ? '照片' : '插画',
    sessions: draft.sessions.map((session, index) => sessionView(session, index, model)),
    more: draft.sessions.length < most.sessions,
    org: model.orgName,
    mode: modeLabels[draft.mode],
    audience: audienceWords(draft.audience),
    visit: draft.kind === 'VISIT',
    groupMax: draft.groupMax,
    cancel: cancelWords(draft.cancelBeforeMin),
    questions: draft.questions.map(({ key, label, kind, options, required }) => ({
      key,
      label: label || '还没有写问什么',
      line: [
        kind === 'CHOICE' ? options.join('、') || '还没有选项' : '填写文字',
        required ? '必答' : '选答',
      ].join('　'),
    })),
    moreQuestions: draft.questions.length < most.questions,
    moreNotes: draft.notes.length < most.notes,
    money: draft.budgetFen > 0,
    button: buttonWords(model),
    problems: {
      ...(Object.fromEntries(PROBLEM_FIELDS.map(field => [field, problemAt(problems, field)])) as Record<
        (typeof PROBLEM_FIELDS)[number],
        string
      >),
      sessions: problems.find(({ field }) => field === 'sessions')?.text ?? '',
    },
  }
}

/** 董* 9月16日 09:58 */
export const savedBy = ({ updatedBy, updatedAt }: Editable): string =>
  `${updatedBy || '您在另一处'} ${dateTime(updatedAt)} `
