import type { ActivityMode } from '../../typings/documents'
import { dateLong, dateTime, when } from './time'

/** What a poster tells, of one activity. */
export interface Announced {
  mode: ActivityMode
  memberOnly: boolean
  unit: '名' | '组'
  sessions: {
    startAt: number
    endAt: number
    openAt: number
    closeAt: number
    spot: string
    places: number
    kept: { label: string; places: number }[]
  }[]
}

type Line = { label: string; text: string }

/** Time, place, how many and how, a line each; `now` decides what is still to come. */
export function posterLines(activity: Announced, now: number): Line[] {
  return [
    { label: '时间', text: timeWords(activity) },
    { label: '地点', text: placeWords(activity) },
    { label: '名额', text: capacityWords(activity) },
    { label: '报名', text: signUpWords(activity, now) },
  ].filter(({ text }) => text !== '')
}

function timeWords({ sessions }: Announced): string {
  const [first] = sessions
  const last = sessions[sessions.length - 1]
  if (!first || !last) return ''
  if (sessions.length === 1) return when(first.startAt, first.endAt)
  if (dateLong(first.startAt) === dateLong(last.startAt))
    return `${dateLong(first.startAt)}共${sessions.length}场`
  return `${dateLong(first.startAt)}起，共${sessions.length}场`
}

function placeWords({ sessions }: Announced): string {
  const spots = [...new Set(sessions.map(({ spot }) => spot))]
  return spots.length > 1 ? `${spots[0]}等${spots.length}处` : (spots[0] ?? '')
}

function capacityWords({ mode, unit, memberOnly, sessions }: Announced): string {
  const who = memberOnly ? '，面向工会会员' : ''
  if (mode === 'OPEN') return `不限${who}`
  const [first] = sessions
  if (!first) return ''
  const same = sessions.every(({ places }) => places === first.places)
  const all = sessions.reduce((sum, { places }) => sum + places, 0)
  const each = sessions.length > 1 && same
  const count = each ? `每场 ${first.places} ${unit}` : `${sessions.length > 1 ? '共 ' : ''}${all} ${unit}`
  return `${count}${keptWords(sessions, unit)}${who}`
}

/** Kept places are told where they are told at all sessions alike. */
function keptWords(sessions: Announced['sessions'], unit: string): string {
  const kept = sessions.map(session =>
    session.kept.map(({ label, places }) => `${label} ${places} ${unit}`).join('、'),
  )
  return kept[0] && new Set(kept).size === 1 ? `，其中${kept[0]}` : ''
}

function signUpWords({ mode, sessions }: Announced, now: number): string {
  if (mode === 'OPEN') return '无需报名，直接到场'
  const openAt = Math.min(...sessions.map(session => session.openAt))
  const closeAt = Math.max(...sessions.map(session => session.closeAt))
  const until = `${dateTime(closeAt)} 截止`
  const from = openAt > now ? `${dateTime(openAt)} 开始，` : ''
  return `${from}${until}${mode === 'DRAW' ? '，抽签确定' : ''}`
}
