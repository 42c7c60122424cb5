import type { Editable, ManagedSession } from '../../typings/api/activity'
import type { ActivityDraft, DraftSession } from '../../typings/documents'
import { at } from './sample'

/** An invented draft, complete and publishable at NOW of sample.ts. */
export const draftSession: DraftSession = {
  startAt: at('2026-09-24T15:00:00'),
  endAt: at('2026-09-24T17:00:00'),
  openAt: at('2026-09-18T09:00:00'),
  closeAt: at('2026-09-24T13:00:00'),
  spot: { name: '金桥街道职工之家', address: '金桥路1号', lng: 0, lat: 0 },
  places: 36,
  kept: [{ label: '新就业形态', places: 12, employments: ['COURIER', 'DRIVER', 'RIDER'] }],
}

export const draft: ActivityDraft = {
  kind: 'OTHER',
  mode: 'FIRST',
  art: 'film',
  title: '中秋手作',
  body: '做一盏灯。',
  coverId: '',
  orgId: 'org_S2',
  audience: { memberOnly: false, employments: [] },
  notes: ['请提前10分钟到场。'],
  cancelBeforeMin: 1440,
  groupMax: 1,
  questions: [],
  budgetFen: 0,
  sessions: [draftSession],
}

export const managedSession: ManagedSession = {
  sessionId: 'se_1',
  rev: 3,
  startAt: draftSession.startAt,
  endAt: draftSession.endAt,
  state: 'ON',
  capacity: 36,
  held: 20,
  waiting: 0,
  segments: [],
}

const inForce: ActivityDraft = { ...draft, sessions: [{ ...draftSession, sessionId: 'se_1' }] }

export const published: Editable = {
  activityId: 'ac_1',
  rev: 7,
  state: 'PUBLISHED',
  draftState: 'DRAFT',
  phase: 'SOON',
  draft: inForce,
  changed: false,
  reason: '',
  orgName: '和顺街道总工会',
  updatedAt: at('2026-09-15T16:20:00'),
  updatedBy: '',
  sessions: [managedSession],
}
