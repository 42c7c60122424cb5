import { seal } from '../../../cloudfunctions/_kit/crypto'
import { nameOwner } from '../../../cloudfunctions/account/self/me'
import type { Approval, Export, Pack } from '../../../typings/documents'
import { localDate } from '../../../miniprogram/shared/time'
import type { World } from '../world'
import { personId, personOf, secrets } from '../world'
import { agreements } from '../../../miniprogram/shared/agreements'
import type { LegalSide } from './legal-stage'
import { enterLawyer, enterWorker, isLawyer, legalBasics, legalSide } from './legal-stage'
import type { Persona } from './personas'
import { INSIDE, OUTSIDE, personas } from './personas'

const DAY = 24 * 3600_000

/** One activity of one organisation, with a place that somebody holds and everything that staff decide about. */
export interface Side extends LegalSide {
  orgId: string
  orgPath: string
  title: string
  activityId: string
  sessionId: string
  rid: string
  approvalId: string
}

export const TARGET = 'target-person'
/** Names one doing of something; the same for everybody. */
export const OP_ID = '01TEST00000000000000000009'

export const packIdOf = ({ sessionId }: Side, { key }: Persona) => `pk_${sessionId}_${key}`
export const exportIdOf = ({ orgId }: Side, { key }: Persona) =>
  `ex_${personId(key)}_01TEST000000000000000000${orgId.slice(-1)}0`

/** Both sides, every persona with their grants, and what each of them left behind on both sides. */
export async function stage(world: World): Promise<{ inside: Side; outside: Side }> {
  await world.orgs()
  await world.people([TARGET])
  await world.grant(TARGET, ['CARE'], 'org_S1', { _id: `gr_${personId(TARGET)}_STAFF_org_S1` })
  await legalBasics(world)
  // both codes for the first administrators were used
  for (const slot of [1, 2])
    await world.grant(TARGET, [], 'org_R', { _id: `gr_first_${slot}`, role: 'ADMIN' })
  const [inside, outside] = [await side(world, INSIDE, '园内活动'), await side(world, OUTSIDE, '园外活动')]
  for (const persona of personas) await enter(world, persona, [inside, outside])
  return { inside, outside }
}

/** This persona with their grants, and what they left behind on these sides. */
export async function enter(world: World, persona: Persona, sides: readonly Side[]): Promise<void> {
  await register(world, persona)
  if (persona.registered !== 'no') await enterWorker(world, persona, sides)
  if (isLawyer(persona)) await enterLawyer(world, persona, sides)
  for (const of of sides) {
    await world.add('packs', [packOf(world, of, persona)])
    await world.add('exports', [exportOf(world, of, persona)])
  }
}

async function register(world: World, { key, registered, given }: Persona) {
  if (registered !== 'no')
    await world.people([key], {
      consents: registered === 'without consent' ? {} : everyConsent(world, key),
      ...(registered === 'member' && { status: 'MEMBER' }),
    })
  for (const { role, caps, orgId, state, expired } of given)
    await world.grant(key, [...caps], orgId, {
      _id: `gr_${personId(key)}_${role}_${orgId}`,
      role,
      state,
      ...(expired && { untilDate: localDate(world.now - DAY) }),
    })
}

const everyConsent = ({ now }: World, openid: string) => ({
  ...personOf(openid, now).consents,
  LEGAL_SENSITIVE: agreements.LEGAL_SENSITIVE.version,
})

async function side(world: World, org: { orgId: string; orgPath: string }, title: string): Promise<Side> {
  const { activityId, sessionId } = await world.activity({ ...org, orgName: title, title, starts: [1] })
  const rid = `01TESTR1D00000000000000${org.orgId.slice(-1)}00`
  const holder = personId(TARGET)
  await world.cloud.db
    .collection('places')
    .where({ _id: `${sessionId}/1` })
    .update({
      holder,
      nth: 0,
      rid,
      capKey: `${holder}|${org.orgId}`,
      state: 'HELD',
      at: world.now,
      headcount: 1,
    })
  const approval = approvalOf(world, { activityId, ...org, title }, TARGET)
  const proposed = personas.map(({ key }) => approvalOf(world, { activityId, ...org, title }, key))
  await world.add('approvals', [approval, ...proposed])
  const legal = await legalSide(world, org, title)
  return { ...org, ...legal, title, activityId, sessionId, rid, approvalId: approval._id }
}

const base = (_id: string, { now }: World) => ({ _id, createdAt: now, updatedAt: now, rev: 1 })

/** Proposed by this person, and sent back. */
function approvalOf(
  world: World,
  of: Pick<Side, 'activityId' | 'orgId' | 'orgPath' | 'title'>,
  proposer: string,
): Approval {
  const proposerId = personId(proposer)
  const revision = 1 + [TARGET, ...personas.map(({ key }) => key)].indexOf(proposer)
  return {
    ...base(`apv_ACTIVITY_${of.activityId}_${revision}`, world),
    kind: 'ACTIVITY',
    refId: of.activityId,
    title: of.title,
    orgId: of.orgId,
    orgName: of.title,
    orgPath: of.orgPath,
    amountFen: 100,
    proposerId,
    proposerName: seal('测试员', nameOwner(proposerId), secrets),
    snapshotHash: '',
    state: 'RETURNED',
  }
}

function packOf(world: World, of: Side, persona: Persona): Pack {
  return {
    ...base(packIdOf(of, persona), world),
    sessionId: of.sessionId,
    deviceId: persona.key,
    byId: personId(persona.key),
    issuedAt: world.now,
    expiresAt: world.now + DAY,
  }
}

function exportOf(world: World, of: Side, persona: Persona): Export {
  return {
    _id: exportIdOf(of, persona),
    personId: personId(persona.key),
    kind: 'ROSTER',
    refId: of.sessionId,
    orgPath: of.orgPath,
    reason: '核对',
    full: false,
    rows: 0,
    fileId: 'cloud://gongjia-local.files/exports/none.xlsx',
    at: world.now,
    expiresAt: world.now + DAY,
  }
}
