import type { Me } from '../../typings/api/account'
import type { ActivityCard, ActivityDetail, SessionView } from '../../typings/api/activity'

/** Invented models for the pure views. */
export const at = (local: string): number => Date.parse(`${local}+08:00`)
export const NOW = at('2026-09-16T10:00:00')

export const card: ActivityCard = {
  activityId: 'a2',
  kind: 'NEWFORM',
  mode: 'FIRST',
  art: 'newform',
  title: '骑手夜校',
  orgName: '和顺街道总工会',
  startAt: at('2026-09-19T19:00:00'),
  endAt: at('2026-09-19T20:30:00'),
  sessions: 1,
  spot: '和顺东里',
  phase: 'OPEN',
  openAt: at('2026-09-10T09:00:00'),
  unit: '名',
  left: 29,
}

export const session: SessionView = {
  sessionId: 's2',
  startAt: card.startAt,
  endAt: card.endAt,
  openAt: card.openAt,
  closeAt: at('2026-09-19T17:00:00'),
  spot: { name: '和顺东里社区服务中心', address: '东里18号', lng: 116.4, lat: 39.9 },
  phase: 'OPEN',
  capacity: 60,
  left: 29,
  segments: [{ key: 'all', label: '通用', left: 29, capacity: 60 }],
}

export const activity: ActivityDetail = {
  activityId: 'a2',
  kind: 'NEWFORM',
  mode: 'FIRST',
  art: 'newform',
  title: '骑手夜校',
  body: '第一段\n第二段',
  orgName: '和顺街道总工会',
  phase: 'OPEN',
  unit: '名',
  groupMax: 1,
  memberOnly: false,
  employments: [],
  rules: { version: 1, notes: ['请提前10分钟到场。'], cancelBeforeMin: 1440 },
  questions: [],
  sessions: [session],
}

export const rider: Me = {
  personId: 'p_1',
  name: '周*',
  phone: '138****6620',
  employment: 'RIDER',
  status: 'REGISTERED',
  largeText: false,
}
