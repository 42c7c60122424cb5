import type { RollSession, RosterRow } from '../../../../../typings/api/activity'
import type { FailedView } from '../../../../components/failure-card/failed'
import { clock } from '../../../../shared/time'

/** What the last check-in came to. */
export interface Banner {
  tone: 'green' | 'amber' | 'late'
  title: string
  line: string
  no?: number
}

export interface RowView {
  rid: string
  /** 07 */
  no: string
  name: string
  tail: string
  /** The time of a check-in, or what is the matter. */
  state: string
  tone: 'ink' | 'soft' | 'amber' | 'late'
  label: string
}

export type RollTab = 'RECENT' | 'MISSING' | 'PENDING' | 'ALL'

export interface ReadyView {
  kind: 'ready'
  title: string
  /** 9月16日 09:30–12:00 without its date: staff stand in it. */
  when: string
  attended: number
  total: number
  strip: { text: string; count: string; offline: boolean } | undefined
  banner: Banner | undefined
  tabs: { key: RollTab; label: string }[]
  rows: RowView[]
  /** Said under a list that is cut, or in place of an empty one. */
  note: string
  finished: boolean
}

export type RollView =
  { kind: 'loading' } | { kind: 'choose'; sessions: ChoiceView[] } | ReadyView | FailedView

export interface ChoiceView {
  sessionId: string
  title: string
  when: string
  count: string
}

export interface RollModel {
  session: RollSession
  rows: readonly RosterRow[]
  tab: RollTab
  banner?: Banner
  online: boolean
  /** A roster for offline use is on this phone. */
  stored: boolean
  /** Records that the server has not got yet. */
  unsent: number
}

/** A phone shows no more at once; the rest is found by its number. */
const SHOWN = 60
const RECENT = 20

const THERE: readonly RosterRow['state'][] = ['ATTENDED', 'PENDING']

function stateOf({ state, at }: RosterRow): Pick<RowView, 'state' | 'tone'> {
  if (state === 'ATTENDED') return { state: at === undefined ? '已签到' : clock(at), tone: 'ink' }
  if (state === 'PENDING') return { state: '待核验', tone: 'amber' }
  if (state === 'NO_SHOW') return { state: '未到场', tone: 'late' }
  return { state: state === 'OFFERED' ? '候补待确认' : '未到', tone: 'soft' }
}

function rowView(row: RosterRow): RowView {
  const state = stateOf(row)
  const group = row.headcount > 1 ? `　${row.headcount}人` : ''
  return {
    rid: row.rid,
    no: String(row.no).padStart(2, '0'),
    name: row.name + (row.walkIn ? '（现场）' : ''),
    tail: `尾号 ${row.tail}${group}`,
    ...state,
    label: `第${row.no}号，${row.name}，尾号${row.tail}，${state.state}`,
  }
}

function listed({ rows, tab }: RollModel): RosterRow[] {
  if (tab === 'PENDING') return rows.filter(({ state }) => state === 'PENDING')
  if (tab === 'MISSING') return rows.filter(({ state }) => state === 'HELD' || state === 'NO_SHOW')
  if (tab === 'ALL') return [...rows]
  return rows
    .filter(({ state }) => THERE.includes(state))
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
    .slice(0, RECENT)
}

const EMPTY: Record<RollTab, string> = {
  RECENT: '还没有人签到。扫一扫对方的签到码开始。',
  MISSING: '都到齐了。',
  PENDING: '没有待核验的签到。',
  ALL: '名单为空。',
}

function stripOf({ online, stored, unsent }: RollModel): ReadyView['strip'] {
  const count = unsent > 0 ? `${unsent} 条待同步` : ''
  if (!online)
    return { text: stored ? '无网络，可继续签到' : '无网络，也没有下载离线名单', count, offline: true }
  return unsent > 0 ? { text: '正在同步离线签到', count, offline: false } : undefined
}

export function rollView(model: RollModel): ReadyView {
  const { session, rows, tab, banner } = model
  const found = listed(model)
  const pending = rows.filter(({ state }) => state === 'PENDING').length
  const missing = rows.filter(({ state }) => state === 'HELD').length
  return {
    kind: 'ready',
    title: session.title,
    when: `${clock(session.startAt)}–${clock(session.endAt)}`,
    attended: rows.filter(({ state }) => state === 'ATTENDED').length,
    total: rows.filter(({ state }) => state !== 'OFFERED').length,
    strip: stripOf(model),
    banner,
    tabs: [
      { key: 'RECENT', label: '最近' },
      { key: 'MISSING', label: `未到 ${missing}` },
      ...(pending > 0 ? [{ key: 'PENDING' as const, label: `待核验 ${pending}` }] : []),
      { key: 'ALL', label: '全部' },
    ],
    rows: found.slice(0, SHOWN).map(rowView),
    note:
      found.length === 0
        ? EMPTY[tab]
        : found.length > SHOWN
          ? `还有 ${found.length - SHOWN} 人，可按尾号查找。`
          : '',
    finished: session.state === 'FINISHED',
  }
}

/** Rows whose phone ends so, or that carry this number; at most as many as fit in a sheet. */
export function search(rows: readonly RosterRow[], text: string): RowView[] {
  const wanted = text.trim()
  if (wanted === '') return []
  return rows
    .filter(({ tail, no }) =>
      wanted.length === 4 ? tail === wanted : String(no) === wanted || tail.endsWith(wanted),
    )
    .slice(0, 20)
    .map(rowView)
}
