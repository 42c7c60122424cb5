import { shanghaiTime } from './shanghai-time'
import type { Activity, Session, SessionState, Times } from '../../typings/documents'
import type { Programme, Slot } from './programme'
import { unionOf } from './unions'

const CLOSES_BEFORE_MS = 2 * 3600_000
const CANCEL_BEFORE_MIN = 1440

/** Ids that are the same in every demo, so that a printed code and a test know them. */
export const ulidOf = (programme: number, session = 0) =>
  `01K4DEM0000000000000000${String(programme).padStart(2, '0')}${session}`
export const activityIdOf = (number: number) => `ac_${ulidOf(number)}`
/** Sessions count from 1. */
export const sessionIdOf = (number: number, session: number) => `se_${ulidOf(number, session)}`

/** What an activity has that nobody is editing. */
export const asPublished = {
  coverId: '',
  questions: [],
  budgetFen: 0,
  draft: null,
  draftState: 'DRAFT',
  editorIds: [],
  reason: '',
} satisfies Partial<Activity>

function sessionStateOf({ state }: Programme): SessionState {
  return state === 'FINISHED' || state === 'CALLED_OFF' ? state : 'ON'
}

export function activityOf(programme: Programme): Activity {
  const { number, kind, mode, art, title, body, notes, state, near, entrants } = programme
  const times = programme.slots.map(slot => ({
    ...timesOf(programme, slot),
    state: sessionStateOf(programme),
  }))
  const union = unionOf(programme.orgId)
  return {
    _id: activityIdOf(number),
    ...written(programme),
    kind,
    mode,
    art,
    title,
    body: body.join('\n'),
    orgId: union._id,
    orgName: union.name,
    orgPath: union.path,
    state,
    listed: state === 'PUBLISHED',
    startAt: Math.min(...times.map(({ startAt }) => startAt)),
    endAt: Math.max(...times.map(({ endAt }) => endAt)),
    openAt: Math.min(...times.map(({ openAt }) => openAt)),
    sessions: times.length,
    times,
    spot: near,
    ...asPublished,
    audience: { memberOnly: programme.memberOnly ?? false, employments: programme.employments ?? [] },
    rules: { version: 1, notes, cancelBeforeMin: CANCEL_BEFORE_MIN, groupMax: programme.groupMax ?? 1 },
    ...(entrants !== undefined && { entrants }),
  }
}

export function sessionOf(programme: Programme, slot: Slot, index: number): Session {
  const { number, spot, entrants } = programme
  return {
    _id: sessionIdOf(number, index + 1),
    ...written(programme),
    activityId: activityIdOf(number),
    ...timesOf(programme, slot),
    spot,
    segments: slot.segments ?? [],
    maxNo: slot.places,
    blocked: 0,
    state: sessionStateOf(programme),
    ...(entrants !== undefined && { entrants }),
  }
}

function timesOf({ opens, closes }: Programme, { date, from, to, until = date }: Slot): Times {
  const startAt = shanghaiTime(date, from)
  const closeAt = closes === undefined ? startAt - CLOSES_BEFORE_MS : moment(closes)
  return { startAt, endAt: shanghaiTime(until, to), openAt: moment(opens), closeAt }
}

function written({ opens }: Programme) {
  const at = moment(opens) - 24 * 3600_000
  return { createdAt: at, updatedAt: at, rev: 1 }
}

function moment(text: string): number {
  const [date = '', time = ''] = text.split(' ')
  return shanghaiTime(date, time)
}
