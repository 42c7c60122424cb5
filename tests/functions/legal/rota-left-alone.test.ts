/** A rota is written, the function dies, nobody tries again: `jobs` alone makes slots and appointments what the rota says. */
import { builtInDays } from '../../../cloudfunctions/_kit/built-in-days'
import { calendarOf } from '../../../cloudfunctions/_kit/day-type'
import { slotRange } from '../../../cloudfunctions/legal/rota/make-slots'
import { planSlots } from '../../../cloudfunctions/legal/rota/plan-slots'
import { meet } from '../../../cloudfunctions/legal/rota/rule-slots'
import { wantedSlots } from '../../../cloudfunctions/legal/rota/wanted-slots'
import type { Appointment, Place, Rota } from '../../../typings/documents'
import { everything } from '../../support/invariants'
import { leftAlone } from '../cut-off'
import { cases } from '../cut-off/legal-rota'
import type { World } from '../world'
import { startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

/** Every sentence that does not hold of rotas, slots and appointments when nothing is running. */
async function broken(): Promise<string[]> {
  const { cloud } = world
  const [{ now }, rotas, places, appointments] = await Promise.all([
    cloud.clock.read(),
    everything<Rota>(cloud, 'rotas'),
    everything<Place>(cloud, 'places'),
    everything<Appointment>(cloud, 'appointments'),
  ])
  const calendar = calendarOf(builtInDays)
  return rotas.flatMap(rota => {
    const { lawyerId } = rota
    const own = places.filter(({ refId, startAt }) => refId === lawyerId && startAt < slotRange(now).endAt)
    const { insert, open, block } = planSlots(lawyerId, own, wantedSlots(rota, calendar, slotRange(now)), now)
    const wrong = [...insert, ...open.map(({ from }) => from), ...block]
    const live = appointments.filter(one => one.lawyerId === lawyerId && one.endedAt === 0)
    const away = rota.leaves.map(({ fromAt, toAt }) => ({ startAt: fromAt, endAt: toAt }))
    return [
      ...wrong.map(({ _id }) => `not as the rota says: ${_id}`),
      ...live
        .filter(one => away.some(leave => meet(one, leave)))
        .map(({ _id }) => `the lawyer is away: ${_id}`),
    ]
  })
}

/** One that adds slots, one that ends appointments as well. */
const told = cases.filter(({ name }) => /a new one|calls off/.test(name))

test.each(told.map(one => [one.name, one] as const))(
  '%s: the timer makes good what was cut off',
  async (_, one) => leftAlone(world, one, broken),
  120_000,
)
