import { asPublished } from '../../local/demo/activities'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { APP_ID } from '../../local/cloud/environment'
import type { Activity, Person, Place, Session } from '../../typings/documents'
import { agreements } from '../../miniprogram/shared/agreements'
import { personIdOf } from '../../cloudfunctions/_kit/identity'
import { freePlace } from '../../cloudfunctions/_kit/places/place'
import type { TestCloud } from '../support/cloud'

const CHUNK = 500

let sessions = 0

/** Registered people; answers their openids. */
export async function crowd(cloud: TestCloud, size: number): Promise<string[]> {
  const keys = JSON.parse(readFileSync(path.join(cloud.data, 'keys.json'), 'utf8')) as Record<string, string>
  const secrets = { pepper: keys['GJ_PEPPER'] ?? '', keys: keys['GJ_KEYS'] ?? '' }
  const { now } = await cloud.clock.read()
  const openids = Array.from({ length: size }, (_, i) => `o-bench-${i}`)
  await addAll(
    cloud,
    'persons',
    openids.map(openid => person(personIdOf(APP_ID, openid, secrets), now)),
  )
  return openids
}

/** An activity of one session that is open for sign-up; answers the session's id. */
export async function openSession(cloud: TestCloud, name: string, places: number): Promise<string> {
  const { now } = await cloud.clock.read()
  const day = 86_400_000
  // a day of its own: nothing clashes and no daily limit is met
  sessions += 1
  const startAt = now + (5 + sessions) * day
  const times = { startAt, endAt: startAt + 3_600_000, openAt: now - day }
  const base = { createdAt: now, updatedAt: now, rev: 1 }
  const id = `0${createHash('sha256').update(name).digest('hex').slice(0, 25).toUpperCase()}`
  const [activityId, sessionId] = [`ac_${id}`, `se_${id}`]
  const segments = [{ key: 'all', label: '全体', from: 1, to: places, employments: [] }]
  const session: Session = {
    ...base,
    ...times,
    _id: sessionId,
    activityId,
    closeAt: times.startAt,
    spot: { name: '区职工之家', address: '明城区', lng: 116.4, lat: 39.9 },
    segments,
    maxNo: places,
    blocked: 0,
    state: 'ON',
  }
  const activity: Activity = {
    ...base,
    ...times,
    _id: activityId,
    kind: 'LECTURE',
    mode: 'FIRST',
    art: 'lecture',
    title: name,
    body: '',
    orgId: 'org_bench',
    orgName: '明城区总工会',
    orgPath: '/bench/',
    state: 'PUBLISHED',
    listed: true,
    sessions: 1,
    times: [{ ...times, closeAt: times.startAt, state: 'ON' }],
    spot: '区职工之家',
    ...asPublished,
    audience: { memberOnly: false, employments: [] },
    rules: { version: 1, notes: [], cancelBeforeMin: 1440, groupMax: 1 },
  }
  const pool = { ...session, pool: sessionId, refId: activityId }
  await addAll(cloud, 'activities', [activity])
  await addAll(cloud, 'sessions', [session])
  await addAll(
    cloud,
    'places',
    Array.from({ length: places }, (_, i): Place => freePlace(pool, i + 1)),
  )
  return sessionId
}

function person(_id: string, now: number): Person {
  const sealed = { kid: 'bench', iv: '', ct: '', tag: '' }
  return {
    _id,
    createdAt: now,
    updatedAt: now,
    rev: 1,
    name: sealed,
    phone: sealed,
    phoneHash: _id,
    employment: 'OFFICE',
    status: 'REGISTERED',
    prefs: { largeText: false },
    consents: { PROFILE: agreements.PROFILE.version, PHONE: agreements.PHONE.version },
    outbox: [],
  }
}

async function addAll(cloud: TestCloud, collection: string, documents: object[]) {
  for (let at = 0; at < documents.length; at += CHUNK)
    await cloud.db.collection(collection).add(documents.slice(at, at + CHUNK))
}
