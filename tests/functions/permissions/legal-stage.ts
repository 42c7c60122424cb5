/** What legal help left behind: a lawyer of each side, and what each persona booked, saved or is asked as a lawyer. */
import { derivedUlid } from '../../../cloudfunctions/_kit/ids'
import { lawyerIdOf } from '../../../cloudfunctions/_kit/identity'
import { slotIdOf } from '../../../cloudfunctions/legal/slot-id'
import { DAY, localDate } from '../../../miniprogram/shared/time'
import type { LimitationDoc, Swap } from '../../../typings/documents'
import { legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { personId } from '../world'
import type { Persona } from './personas'

const HOUR = 3600_000
/** The person who booked what staff coordinate. */
const CLIENT = 'client-person'

/** A lawyer of one organisation: an appointment with them, free slots, and a swap that a colleague has agreed to. */
export interface LegalSide {
  lawyerId: string
  lawyerPersonId: string
  appointmentId: string
  /** Free. */
  slotId: string
  /** Free, of the colleague. */
  otherSlotId: string
  swapId: string
}

export const EVENT_ID = '01EVENT0000000000000000000'

export const bookedId = ({ lawyerId }: LegalSide, { key }: Persona) =>
  `apt_${derivedUlid(`booked ${lawyerId} ${key}`)}`
export const caseId = ({ key }: Persona) => `apt_${derivedUlid(`case ${key}`)}`
export const askedSwapId = ({ key }: Persona) => `sw_${derivedUlid(`asked ${key}`)}`
export const limitIdOf = ({ key }: Persona) => `lm_${derivedUlid(`limit ${key}`)}`
export const ownSlotId = ({ key }: Persona, now: number) =>
  slotIdOf(lawyerIdOf(personId(key)), tenOclock({ now }, 4))
export const isLawyer = ({ given }: Persona) => given.some(({ role }) => role === 'LAWYER')

/** Once for both sides. */
export async function legalBasics(world: World): Promise<void> {
  const legal = legalFixture(world)
  await legal.service()
  await legal.workers(CLIENT)
}

export async function legalSide(
  world: World,
  { orgId, orgPath }: { orgId: string; orgPath: string },
  firm: string,
): Promise<LegalSide> {
  const legal = legalFixture(world)
  const openid = `lawyer-${orgId}`
  const lawyerId = await legal.lawyer(openid, { orgPath, firm }, orgId)
  const otherId = await legal.lawyer(`${openid}-colleague`, { orgPath, firm }, orgId)
  const ten = tenOclock(world, 3)
  const [held = '', slotId = '', given = ''] = await legal.slots(lawyerId, [ten, ten + HOUR, ten + 2 * HOUR])
  const [otherSlotId = ''] = await legal.slots(otherId, [ten + 4 * HOUR])
  const serviceId = `ls_${orgId.toLowerCase()}`
  const { _id: appointmentId } = await legal.appointment(CLIENT, held, { serviceId })
  const swapId = `sw_${derivedUlid(`swap ${orgId}`)}`
  const swap = { orgPath, fromId: lawyerId, toId: otherId, state: 'ANSWERED' } as const
  await world.add('swaps', [swapOf(world, swapId, given, ten + 2 * HOUR, swap)])
  return { lawyerId, lawyerPersonId: personId(openid), appointmentId, slotId, otherSlotId, swapId }
}

/** A consultation that is over, and dates that somebody minds. */
export async function enterWorker(world: World, persona: Persona, sides: readonly LegalSide[]) {
  const legal = legalFixture(world)
  for (const of of sides) {
    const startAt = world.now - 2 * DAY
    const rid = bookedId(of, persona).slice('apt_'.length)
    const past = slotIdOf(of.lawyerId, startAt)
    const over = { rid, state: 'DONE', liveKey: rid, clearedAt: startAt, endedAt: startAt } as const
    await legal.appointment(persona.key, past, over)
  }
  await world.add('limitations', [limitationOf(world, persona)])
}

/** A profile, an appointment to be answered, and a swap that a colleague proposed. */
export async function enterLawyer(world: World, persona: Persona, [side]: readonly LegalSide[]) {
  const legal = legalFixture(world)
  const own = await legal.profile(persona.key, { firm: `${persona.key}演示所` })
  const [free, held] = [tenOclock(world, 4), tenOclock(world, 4) + HOUR]
  const [, slotId = ''] = await legal.slots(own, [free, held])
  const rid = caseId(persona).slice('apt_'.length)
  await legal.appointment(CLIENT, slotId, { rid, serviceId: `ls_${rid.toLowerCase()}` })
  if (!side) return
  const earlier = await world.cloud.count('swaps', { fromId: side.lawyerId })
  const at = tenOclock(world, 5) + earlier * HOUR
  const [given = ''] = await legal.slots(side.lawyerId, [at])
  const swap = { orgPath: '/org_R/', fromId: side.lawyerId, toId: own, state: 'PROPOSED' } as const
  await world.add('swaps', [swapOf(world, askedSwapId(persona), given, at, swap)])
}

function swapOf(
  { now }: World,
  _id: string,
  slotId: string,
  startAt: number,
  fields: Pick<Swap, 'orgPath' | 'fromId' | 'toId' | 'state'>,
): Swap {
  const slots: Swap['slots'] = [{ slotId, startAt, endAt: startAt + HOUR / 2, modes: ['PHONE'] }]
  return { _id, createdAt: now, updatedAt: now, rev: 1, slots, reason: '', deciderId: '', ...fields }
}

function limitationOf({ now }: World, persona: Persona): LimitationDoc {
  const date = localDate(now - 30 * DAY)
  return {
    ...{ _id: limitIdOf(persona), createdAt: now, updatedAt: now, rev: 1 },
    ...{ personId: personId(persona.key), claimType: 'DISMISSAL', keyDate: date },
    ...{ employedStill: false, endDate: '', deadline: '', remind: false, since: now, removedAt: 0 },
    events: [{ id: EVENT_ID, kind: 'DEMANDED', date, state: 'REPORTED' }],
  }
}
