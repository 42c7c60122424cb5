/** A cloud with people and activities for one test file, and what a phone may ask of it. */
import { asPublished } from '../../local/demo/activities'
import { consentRows } from '../../cloudfunctions/account/self/consent'
import { nameOwner, phoneOwner } from '../../cloudfunctions/account/self/me'
import { phoneHash, seal } from '../../cloudfunctions/_kit/crypto'
import { personIdOf } from '../../cloudfunctions/_kit/identity'
import { freePlace } from '../../cloudfunctions/_kit/places/place'
import type { AccountApi } from '../../typings/api/account'
import { unionOf, unions } from '../../local/demo/unions'
import { localDate } from '../../miniprogram/shared/time'
import type { ActivityApi } from '../../typings/api/activity'
import type { InsightApi } from '../../typings/api/insight'
import type { LegalApi } from '../../typings/api/legal'
import type { InputOf, OutputOf, Reply } from '../../typings/contract'
import type { Activity, Cap, Grant, Person, Place, Segment, Session } from '../../typings/documents'
import type { TestCloud, TestCloudOptions } from '../support/cloud'
import { startTestCloud } from '../support/cloud'

export const secrets = {
  pepper: Buffer.alloc(32, 1).toString('base64'),
  keys: `k1:${Buffer.alloc(32, 2).toString('base64')}`,
}
const APP_ID = 'wxlocal'
const HOUR = 3600_000
const DAY = 24 * HOUR

export type World = Awaited<ReturnType<typeof startWorld>>

export interface ActivityOptions extends Partial<Omit<Activity, 'times'>> {
  /** Hours from now to the start of each session; one day from now, unless told. */
  starts?: number[]
  places?: number
  segments?: Segment[]
  session?: Partial<Session>
}

export const personId = (openid: string) => personIdOf(APP_ID, openid, secrets)

export async function startWorld(options: TestCloudOptions = {}) {
  const keys = JSON.stringify({ GJ_PEPPER: secrets.pepper, GJ_KEYS: secrets.keys })
  const cloud = await startTestCloud({ ...options, files: { 'keys.json': keys } })
  const { now } = await cloud.clock.read()
  let made = 0

  async function add(collection: string, documents: object[]) {
    for (let from = 0; from < documents.length; from += 500)
      await cloud.db.collection(collection).add(documents.slice(from, from + 500))
  }

  return {
    cloud,
    /** The clock of the cloud when this world began. */
    now,
    add,
    /** Registered people with these openids. */
    async people(openids: string[], fields: Partial<Person> = {}) {
      await add(
        'persons',
        openids.map(openid => ({ ...personOf(openid, now), ...fields })),
      )
      return openids.map(personId)
    },
    /** A published activity with its sessions and free places; answers their ids. */
    async activity(options: ActivityOptions = {}) {
      const { activity, sessions, places } = activityOf(++made, now, options)
      await add('activities', [activity])
      await add('sessions', sessions)
      await add('places', places)
      const [first] = sessions
      if (!first) throw new Error('an activity has a session')
      return { activityId: activity._id, sessionId: first._id, sessionIds: sessions.map(({ _id }) => _id) }
    },
    /** The unions of the demo: org_R over org_S1, org_S2, org_S3, org_I1; org_U1 … org_U3 below those. */
    orgs: () => add('orgs', unions(now)),
    /** A grant in force; staff at the root, unless told. The person needs not be registered. */
    async grant(openid: string, caps: Cap[], orgId = 'org_R', fields: Partial<Grant> = {}) {
      await add('grants', [{ ...grantOf(personId(openid), caps, orgId, now), ...fields }])
    },
    async place(id: string): Promise<Place | undefined> {
      const { data } = await cloud.db.collection('places').where({ _id: id }).get()
      return data[0] as Place | undefined
    },
    activities: client<ActivityApi>(cloud, 'activity'),
    account: client<AccountApi>(cloud, 'account'),
    insight: client<InsightApi>(cloud, 'insight'),
    legal: client<LegalApi>(cloud, 'legal'),
    /** Any action of any function, with any input. */
    ask: (fn: string, openid: string | undefined, action: string, input: object) =>
      cloud.call<Reply<unknown>>(fn, openid, { action, input }),
  }
}

/** One call as a phone makes it: the reply, code and all. */
function client<Api>(cloud: TestCloud, name: string) {
  return <K extends keyof Api & string>(openid: string | undefined, action: K, input: InputOf<Api, K>) =>
    cloud.call<Reply<OutputOf<Api, K>>>(name, openid, { action, input })
}

/** The data of an answer that must be one. */
export function ok<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`expected an answer, got ${reply.code} ${JSON.stringify(reply.detail)}`)
  return reply.data
}

export function codeOf(reply: Reply<unknown>): string {
  return reply.ok ? 'OK' : reply.code
}

export function personOf(openid: string, now: number): Person {
  const _id = personId(openid)
  const phone = '13800000000'
  return {
    _id,
    createdAt: now,
    updatedAt: now,
    rev: 1,
    name: seal('测试员', nameOwner(_id), secrets),
    phone: seal(phone, phoneOwner(_id), secrets),
    phoneHash: phoneHash(phone, secrets),
    employment: 'OFFICE',
    status: 'REGISTERED',
    prefs: { largeText: false },
    consents: Object.fromEntries(
      consentRows(_id, now).map(({ purpose, textVersion }) => [purpose, textVersion]),
    ),
    outbox: [],
  }
}

function grantOf(personId: string, caps: Cap[], orgId: string, now: number): Grant {
  const { name: orgName, path: orgPath } = unionOf(orgId)
  return {
    _id: `gr_${personId}_STAFF_${orgId}`,
    createdAt: now,
    updatedAt: now,
    rev: 1,
    personId,
    role: 'STAFF',
    caps,
    orgId,
    orgName,
    orgPath,
    untilDate: localDate(now + 300 * DAY),
    state: 'ACTIVE',
    byId: '',
  }
}

const idOf = (prefix: string, n: number) => `${prefix}_01TEST${String(n).padStart(20, '0')}`

function activityOf(n: number, now: number, options: ActivityOptions) {
  const { starts = [24], places: count = 5, segments = [], session: changes = {}, ...fields } = options
  const written = { createdAt: now, updatedAt: now, rev: 1 }
  const _id = fields._id ?? idOf('ac', n)
  const sessions = starts.map<Session>((hours, i) => ({
    _id: idOf('se', n * 100 + i),
    ...written,
    activityId: _id,
    startAt: now + hours * HOUR,
    endAt: now + (hours + 1) * HOUR,
    openAt: now - DAY,
    closeAt: now + hours * HOUR,
    spot: { name: '二层', address: '东里6号', lng: 116.4, lat: 39.9 },
    segments,
    maxNo: count,
    blocked: 0,
    state: 'ON',
    ...changes,
  }))
  const activity: Activity = {
    _id,
    ...written,
    kind: 'LECTURE',
    mode: 'FIRST',
    art: 'lecture',
    title: `活动${n}`,
    body: '内容',
    orgId: 'org_R',
    orgName: '明城区总工会',
    orgPath: '/org_R/',
    state: 'PUBLISHED',
    listed: true,
    startAt: Math.min(...sessions.map(({ startAt }) => startAt)),
    endAt: Math.max(...sessions.map(({ endAt }) => endAt)),
    openAt: Math.min(...sessions.map(({ openAt }) => openAt)),
    sessions: sessions.length,
    times: sessions.map(({ startAt, endAt, openAt, closeAt, state }) => ({
      startAt,
      endAt,
      openAt,
      closeAt,
      state,
    })),
    spot: '东里',
    ...asPublished,
    audience: { memberOnly: false, employments: [] },
    rules: { version: 1, notes: [], cancelBeforeMin: 1440, groupMax: 1 },
    ...fields,
  }
  const places = sessions.flatMap(session =>
    Array.from({ length: count }, (_, i) => freePlace({ ...session, pool: session._id, refId: _id }, i + 1)),
  )
  return { activity, sessions, places }
}
