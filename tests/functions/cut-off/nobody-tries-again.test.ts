/** The function dies after each of its database calls in turn, and nobody tries again: `jobs` alone makes it good. */
import { queues } from '../activity/queue'
import { leftAlone } from '../cut-off'
import type { World } from '../world'
import { startWorld } from '../world'
import { grantCases as grants } from './account-grants'
import { cases as queue } from './queue'
import { cases as roll } from './roll'
import { untold } from './untold'

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

const waivers = roll.filter(({ name }) => name === 'activity.waiveStrike')

test.each([...grants, ...waivers].map(one => [one.name, one] as const))(
  '%s: whom it concerns is told by the timer',
  async (_, one) => {
    await world.cloud.db
      .collection('tasks')
      .where({ dueAt: world.cloud.db.command.gt(0) })
      .update({ dueAt: 0 })
    await leftAlone(world, one, () => untold(world))
  },
  120_000,
)

test.each(queue.map(one => [one.name, one] as const))(
  '%s: the timer makes good what was cut off',
  async (_, one) => leftAlone(world, one, () => queues(world).broken()),
  120_000,
)
