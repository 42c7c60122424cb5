import type { WriteCase } from '../cut-off'
import { diesAfterEachCall } from '../cut-off'
import type { World } from '../world'
import { startWorld } from '../world'

/** The function dies after each of its database calls in turn: nothing is lost, nothing is doubled, the retry completes. */
export function dieEach(cases: readonly WriteCase[]): void {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ instances: 1 })
  })
  afterAll(() => world.cloud.stop())

  test.each(cases.map(one => [one.name, one] as const))(
    '%s',
    async (_, one) => {
      // it is really cut off: there is an account to read at least, and something to write
      expect(await diesAfterEachCall(world, one)).toBeGreaterThan(1)
    },
    120_000,
  )
}
