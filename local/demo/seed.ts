import { suspendedUntil } from '../../cloudfunctions/activity/points/points'
import { shanghaiTime } from './shanghai-time'
import { presets } from '../../cloudfunctions/_kit/settings'
import type { Secrets } from '../../cloudfunctions/_kit/keys'
import type { Collections, Place, Session, Signup, Task, Wait } from '../../typings/documents'
import { activityIdOf, activityOf, sessionIdOf, sessionOf } from './activities'
import { approvalOf, draftActivity, SAVED_AT } from './drafts'
import { grants } from './grants'
import { ended, placesOf } from './holdings'
import { crowd, CROWD_NEW_FORMS, personIdFor, registered } from './people'
import { consenting, legalConsents, legalSeed } from './legal'
import { lawyersInTown } from './legal-lawyers'
import type { DemoPersona } from './personas'
import { personas } from './personas'
import type { Programme } from './programme'
import { openProgrammes } from './programmes-open'
import { otherProgrammes } from './programmes-other'
import { offered, queueOf } from './queue'
import { checkedIn } from './roll'
import { timetable } from './timetable'
import { unions } from './unions'

export type Seed = { [N in keyof Collections]: Collections[N][] }

const REGISTERED_AT = shanghaiTime('2026-07-01', '09:00')
const ATTENDED = 142
const WAITING = 12
const OFFER_MS = 90 * 60_000
const CHECKED_IN = 20

/** Everything the demo begins with, at its own start of 2026-09-16 10:00. */
export function seed(now: number, secrets: Secrets): Seed {
  const id = (key: string) => personIdFor(`oDemo-${key}`, secrets)
  const people = crowd()
  const ids = people.map(({ openid }) => personIdFor(openid, secrets))
  const all = [...personas, ...lawyersInTown, ...people].flatMap(
    one => registered(one, REGISTERED_AT, secrets) ?? [],
  )
  const programmes = [...openProgrammes, ...otherProgrammes]
  const [written, decided] = [programmes.filter(isWritten), programmes.filter(one => !isWritten(one))]
  const sessions = decided.flatMap(one => one.slots.map((slot, i) => sessionOf(one, slot, i)))
  const places: Place[] = []
  const signups: Signup[] = []
  const tasks: Task[] = []
  for (const programme of decided) {
    const activity = activityOf(programme)
    const own = sessions.filter(({ activityId }) => activityId === activity._id)
    const holders = holdersOf(programme, ids, id('lin'))
    for (const [i, session] of own.entries()) {
      if (activity.state === 'FINISHED') signups.push(...finished(session, ids, id))
      if (activity.state === 'CALLED_OFF') signups.push(...calledOff(session, ids, id))
      if (activity.state !== 'PUBLISHED') continue
      places.push(...placesOf(activity, session, holders[i] ?? new Map(), now))
      tasks.push(...timetable(session, now))
    }
  }
  const waits = fillQueue(sessions, places, people, secrets, now)
  signups.push(...lateCancels(sessions, id('ma')), ...atTheDoor(places, id('feng')))
  const suspended = suspendedUntil(
    signups.filter(({ personId }) => personId === id('ma')),
    presets,
  )
  const legal = legalSeed(now, REGISTERED_AT, secrets)
  const agreed = legalConsents(legal)
  const persons = all
    .map(({ person }) => consenting(person, agreed))
    .map(person =>
      person._id === id('ma') && suspended !== undefined ? { ...person, suspendedUntil: suspended } : person,
    )
  const drafts = written.map(one =>
    draftActivity(one, id(one.orgId === 'org_S3' ? 'feng' : 'dong'), SAVED_AT),
  )
  const proposer = { personId: id('feng'), name: nameOf('feng') }
  return {
    orgs: unions(REGISTERED_AT),
    persons,
    ...legal,
    consents: [...all.flatMap(({ consents }) => consents), ...agreed],
    grants: grants(REGISTERED_AT, secrets),
    activities: [...decided.map(activityOf), ...drafts],
    sessions,
    places: [...places, ...legal.places],
    signups,
    waits,
    approvals: drafts
      .filter(({ state }) => state === 'REVIEWING')
      .flatMap(activity => approvalOf(activity, proposer, secrets)),
    tasks: [...tasks, ...legal.tasks],
    settings: [],
    packs: [],
    feedback: [],
    sub_balance: [],
    tries: [],
    audit_pending: [],
    exports: [],
    files: [],
  }
}

const isWritten = ({ state }: Programme): boolean => state === 'DRAFT' || state === 'REVIEWING'

const nameOf = (key: string): string => personas.find(persona => persona.key === key)?.name ?? ''

/** 周小川 was offered the last place of the first check-up; twelve wait behind him. */
function fillQueue(
  sessions: Session[],
  places: Place[],
  people: DemoPersona[],
  secrets: Secrets,
  now: number,
): Wait[] {
  const session = sessions.find(({ _id }) => _id === sessionIdOf(3, 1))
  const at = places.findIndex(({ pool, no }) => pool === session?._id && no === session.maxNo)
  const place = places[at]
  if (!session || !place) return []
  const held = new Set(places.filter(({ refId }) => refId === place.refId).map(({ holder }) => holder))
  const waiters = [...personas.filter(({ key }) => key === 'zhou'), ...people.slice(0, CROWD_NEW_FORMS)]
    .map(({ openid, person }) => ({
      personId: personIdFor(openid, secrets),
      employment: person?.employment ?? 'OTHER',
    }))
    .filter(({ personId }) => !held.has(personId))
    .slice(0, 1 + WAITING)
  places[at] = offered(place, personIdFor('oDemo-zhou', secrets), session, now + OFFER_MS)
  return queueOf(session, waiters, place.no, shanghaiTime('2026-09-14', '09:00'))
}

/** The first twenty of the contest that is on. */
function atTheDoor(places: Place[], staffId: string): Signup[] {
  const own = places.filter(({ pool, no }) => pool === sessionIdOf(8, 1) && no <= CHECKED_IN)
  return checkedIn(own, activityIdOf(8), staffId, shanghaiTime('2026-09-16', '09:12'))
}

/** Who holds which numbers, session by session: the crowd in order, so that nobody holds two places of one day. */
function holdersOf(
  { number, slots, employments }: Programme,
  ids: string[],
  lin: string,
): Map<number, string>[] {
  // those kept for new forms of employment begin at the front of the crowd, the others behind it
  let next = employments || number === 2 ? 0 : CROWD_NEW_FORMS - 30
  return slots.map(({ held, places }) => {
    const holders = new Map<number, string>()
    // 林禾 won number 7 of the draw and walks with number 52
    const own = number === 10 ? 7 : number === 4 ? 52 : undefined
    if (own !== undefined) holders.set(own, lin)
    const most = Math.min(places, held + holders.size)
    for (let no = 1; no <= most; no++) if (!holders.has(no)) holders.set(no, ids[next++ % ids.length] ?? '')
    return holders
  })
}

function finished(session: Session, ids: string[], id: (key: string) => string): Signup[] {
  const came = [id('qin'), id('lin'), ...ids.slice(150)].slice(0, ATTENDED)
  const missed = [id('ma'), ...ids.slice(0, 5)]
  return [
    ...came.map((person, i) => ended(session, i + 1, person, 'ATTENDED', 0)),
    ...missed.map((person, i) => ended(session, ATTENDED + i + 1, person, 'NO_SHOW', 2)),
  ]
}

function calledOff(session: Session, ids: string[], id: (key: string) => string): Signup[] {
  const at = session.startAt - 26 * 3600_000
  return [id('qin'), ...ids.slice(200, 221)].map((person, i) =>
    ended(session, i + 1, person, 'CALLED_OFF', 0, at),
  )
}

/** 马跃 missed one and cancelled two late: four points. */
function lateCancels(sessions: Session[], ma: string): Signup[] {
  const numbers = new Map([
    [activityIdOf(4), 201],
    [activityIdOf(8), 17],
  ])
  return sessions.flatMap(session => {
    const no = numbers.get(session.activityId)
    return no ? [ended(session, no, ma, 'LATE_CANCELLED', 1, session.startAt - 13 * 3600_000)] : []
  })
}
