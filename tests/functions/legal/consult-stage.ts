/** A lawyer, a colleague of the same firm, one of another firm, and appointments with them. */
import { partyKeys } from '../../../cloudfunctions/legal/gate/party-keys'
import { sealText } from '../../../cloudfunctions/legal/sealed'
import type { Opponent } from '../../../typings/api/legal'
import type { Appointment, ConsultNote, Lawyer, Notice, Place } from '../../../typings/documents'
import { legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { personId, secrets } from '../world'

export const HOUR = 3600_000
export const fourSides: Opponent = { name: '演示四方物流有限公司', uscc: '91110101MA00000000' }
let made = 0

/** Names are new each time, so that several stages stand beside each other in one world. */
export async function consultStage(world: World) {
  const legal = legalFixture(world)
  const n = ++made
  const firm = `明理演示所${n}`
  const [ye, colleague, other, he] = [`ye-${n}`, `gu-${n}`, `luo-${n}`, `he-${n}`] as const
  if ((await world.cloud.count('legal_services', { _id: 'ls_labour' })) === 0) await legal.service()
  const yeId = await legal.lawyer(ye, { firm })
  const colleagueId = await legal.lawyer(colleague, { firm, surname: '古' })
  const otherId = await legal.lawyer(other, { firm: `和衡演示所${n}`, surname: '罗' })
  await world.people([he])
  await world.grant(he, ['CASE'])
  let slots = 0

  return {
    ...{ legal, ye, colleague, other, he, yeId, colleagueId, otherId, firmHash: `firm ${firm}` },
    /** A free slot in two days; each begins an hour after the one before. */
    async slot(lawyerId: string, options: { days?: number; modes?: Lawyer['modes'] } = {}) {
      const startAt = tenOclock(world, options.days ?? 2) + HOUR * (slots++ % 8)
      const [slotId = ''] = await legal.slots(lawyerId, [startAt], options.modes && { modes: options.modes })
      return slotId
    },
    /** Booked by somebody new, against a company. */
    async booked(lawyerId: string, fields: Partial<Appointment> = {}, opponents: Opponent[] = [fourSides]) {
      const anna = `anna-${++made}`
      await legal.workers(anna)
      const slotId = await this.slot(lawyerId)
      const appointment = await legal.appointment(anna, slotId, {
        opponentHashes: opponents.flatMap(one => partyKeys(one, secrets).proof),
        ...fields,
      })
      const { _id } = appointment
      const sealed = sealText(JSON.stringify(opponents), _id, 'opponents', secrets)
      await world.cloud.db.collection('appointments').where({ _id }).update({ opponents: sealed })
      return { ...appointment, anna, appointmentId: _id }
    },
    answer: (who: string, appointmentId: string, clear = true) =>
      world.legal(who, 'conflictAnswer', { appointmentId, clear }),
  }
}

export async function appointmentNow(world: World, _id: string): Promise<Appointment> {
  const [found] = await world.cloud.find<Appointment>('appointments', { _id })
  if (!found) throw new Error(`no ${_id}`)
  return found
}
export async function noteOf(world: World, appointmentId: string): Promise<ConsultNote | undefined> {
  return (await world.cloud.find<ConsultNote>('consult_notes', { _id: `cn_${appointmentId}` }))[0]
}
export async function slotNow(world: World, pool: string): Promise<Place> {
  const [found] = await world.cloud.find<Place>('places', { pool })
  if (!found) throw new Error(`no ${pool}`)
  return found
}
/** How often this person was told this of a holding. */
export async function toldOf(world: World, openid: string, trigger: string, rid: string): Promise<number> {
  const told = await world.cloud.find<Notice>('notices', { personId: personId(openid), trigger })
  return told.filter(({ _id }) => _id.includes(rid)).length
}

/** What `jobs` does about what was just written. */
export async function tick(world: World, later = 0) {
  await world.cloud.clock.advance(later)
  for (let turn = 0; turn < 2; turn++) await world.cloud.timer('jobs')
}
