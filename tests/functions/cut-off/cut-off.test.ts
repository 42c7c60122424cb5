/** The function dies after each of its database calls in turn: nothing is lost, nothing is doubled, the retry completes. */
import { permissions } from '../../../cloudfunctions/_kit/permissions'
import { queues } from '../activity/queue'
import type { WriteCase } from '../cut-off'
import { diesAfterEachCall, leftAlone } from '../cut-off'
import type { World } from '../world'
import { startWorld } from '../world'
import { cases as account } from './account'
import { grantCases as grants } from './account-grants'
import { cases as insight } from './insight'
import { cases as publishing } from './publishing'
import { cases as queue } from './queue'
import { cases as roll } from './roll'
import { untold } from './untold'

const areas: Record<string, WriteCase[]> = { account, publishing, queue, roll, insight }

test('every action that writes has a case', () => {
  const writing = Object.entries(permissions).flatMap(([fn, actions]) =>
    Object.entries(actions)
      .filter(([, permission]) => 'writes' in permission)
      .map(([action]) => `${fn}.${action}`),
  )
  const covered = Object.values(areas).flatMap(cases => cases.map(({ name }) => name.split(' ')[0]))
  expect([...new Set(covered)].sort()).toEqual(writing.sort())
})

describe.each(Object.keys(areas))('%s', area => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ instances: 1 })
  })
  afterAll(() => world.cloud.stop())

  test.each((areas[area] ?? []).map(one => [one.name, one] as const))(
    '%s',
    async (_, one) => {
      // it is really cut off: there is an account to read at least, and something to write
      expect(await diesAfterEachCall(world, one)).toBeGreaterThan(1)
    },
    120_000,
  )
})

describe('nobody tries again', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ instances: 1 })
  })
  afterAll(() => world.cloud.stop())
  beforeEach(() => world.cloud.clock.set(world.now))

  test.each(
    [...grants, ...roll.filter(({ name }) => name === 'activity.waiveStrike')].map(
      one => [one.name, one] as const,
    ),
  )(
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
})
