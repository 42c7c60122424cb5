/** A booking or a cancel dies after each of its calls, and nobody tries again: the timer leaves no slot to nobody. */
import type { Appointment, Place, Task } from '../../../typings/documents'
import { leftAlone } from '../cut-off'
import { cases } from '../cut-off/legal-booking'
import type { World } from '../world'
import { startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

const dying = cases.filter(({ name }) => name === 'legal.book' || name === 'legal.cancel')

test.each(dying.map(one => [one.name, one] as const))(
  '%s',
  async (_, one) => leftAlone(world, one, atRest),
  120_000,
)

/** Every held slot has its live appointment and the other way round, nothing waits, and each is being looked at. */
async function atRest(): Promise<string[]> {
  const [places, appointments, tasks] = await Promise.all([
    world.cloud.find<Place>('places', { state: 'HELD' }),
    world.cloud.find<Appointment>('appointments'),
    world.cloud.find<Task>('tasks', { kind: 'APPT' }),
  ])
  const held = new Set(places.map(({ rid }) => rid))
  const live = appointments.filter(({ state }) => state === 'BOOKED')
  const named = new Set(live.map(({ rid }) => rid))
  const told = new Set(tasks.map(({ refId }) => refId))
  return [
    ...places.filter(({ rid }) => !named.has(rid)).map(({ _id }) => `held for nothing: ${_id}`),
    ...live.filter(({ rid }) => !held.has(rid)).map(({ _id }) => `without its slot: ${_id}`),
    ...places.filter(({ step }) => step !== '').map(({ _id, step }) => `still ${step}: ${_id}`),
    // those that a fixture made and no call has touched stand for themselves
    ...appointments
      .filter(({ _id, rev, state }) => (rev > 1 || state !== 'BOOKED') && !told.has(_id))
      .map(({ _id }) => `nobody is told: ${_id}`),
  ]
}
