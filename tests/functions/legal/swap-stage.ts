/** Two lawyers, hours of one of them, and a swap of these. */
import { partyRow } from '../../../cloudfunctions/legal/gate/party-rows'
import type { SwapItem } from '../../../typings/api/legal'
import type { Appointment, Lawyer, Place, Rota, Swap } from '../../../typings/documents'
import { legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { ok, personId } from '../world'

const HOUR = 3600_000
let made = 0

/** `from` has slots at ten and at eleven in two days, the first booked by a worker; `he` coordinates. */
export async function swapStage(
  world: World,
  fields: { to?: Partial<Lawyer>; booked?: Partial<Appointment> } = {},
) {
  const legal = legalFixture(world)
  const n = ++made
  const [from, to, he, anna] = [`from-${n}`, `to-${n}`, 'he-swaps', `anna-${n}`] as const
  if ((await world.cloud.count('legal_services', { _id: 'ls_labour' })) === 0) await legal.service()
  const services = ['ls_labour']
  const fromId = await legal.lawyer(from, { services, surname: '罗' })
  const toId = await legal.lawyer(to, { services, firm: `和衡演示所${n}`, ...fields.to })
  if ((await world.cloud.count('grants', { personId: personId(he) })) === 0) {
    await world.people([he])
    await world.grant(he, ['CASE'])
  }
  await legal.workers(anna)
  const ten = tenOclock(world, 2)
  const slotIds = await legal.slots(fromId, [ten, ten + HOUR])
  const appointment = await legal.appointment(anna, slotIds[0] ?? '', fields.booked)

  const stage = {
    ...{ from, to, he, anna, fromId, toId, ten, slotIds, appointment, legal },
    propose: (ids: string[] = slotIds) =>
      world.legal(from, 'swapPropose', { slotIds: ids, toLawyerId: toId }),
    answer: (swapId: string, agree = true, openid: string = to) =>
      world.legal(openid, 'swapAnswer', { swapId, agree }),
    approve: (swapId: string, agree = true, reason?: string) =>
      world.legal(he, 'swapApprove', { swapId, agree, ...(reason !== undefined && { reason }) }),
    async answered(): Promise<SwapItem> {
      return ok(await stage.answer(ok(await stage.propose()).swapId))
    },
    swap: async (swapId: string) => (await world.cloud.find<Swap>('swaps', { _id: swapId }))[0],
    /** `10 HELD`, the lawyer's slots in order. */
    async slots(lawyerId: string) {
      const places = await world.cloud.find<Place>('places', { refId: lawyerId })
      return places
        .sort((a, b) => a.startAt - b.startAt)
        .map(({ startAt, state }) => `${10 + (startAt - ten) / HOUR} ${state}`)
    },
    appointmentNow: async () =>
      (await world.cloud.find<Appointment>('appointments', { _id: appointment._id }))[0],
    rota: async (lawyerId: string) => (await world.cloud.find<Rota>('rotas', { lawyerId }))[0],
    told: (openid: string, trigger: string) =>
      world.cloud.count('notices', { personId: personId(openid), trigger }),
    /** A party that the other lawyer's firm declares. */
    async declares(name: string) {
      const [lawyer] = await world.cloud.find<Lawyer>('lawyers', { _id: toId })
      if (!lawyer) throw new Error(`no lawyer ${toId}`)
      const row = partyRow(lawyer, { kind: 'DECLARED', party: { name }, untilDate: '2030-01-01', refId: '' })
      await world.add('parties', [row])
    },
  }
  return stage
}
