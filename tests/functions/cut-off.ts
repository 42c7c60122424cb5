/**
 * The harness for "the function dies": a write action is run again and again, each time cut off after one more of its
 * database calls, until it comes through whole. After each death the invariants hold, and the retry completes.
 */
import { AFTER_CAUSE_MS } from '../../cloudfunctions/_kit/tasks'
import { brokenInvariants } from '../support/invariants'
import type { Reply } from '../../typings/contract'
import type { World } from './world'

/** One write action in one situation. */
export interface WriteCase {
  /** `activity.cancel`, and in what situation. */
  name: `${string}.${string}`
  /** Makes the situation anew, with people and objects of its own. */
  arrange(world: World): Promise<Arranged>
}

export interface Arranged {
  /** The call that is cut off, and then the same call once more. */
  call(): Promise<Reply<unknown>>
  /** What must be true once the retry has answered. `died`: after which call the first try ended; 0: it did not. */
  after(died: number): Promise<void>
}

const MOST_CALLS = 60

/** Answers after how many calls the action was cut off at most. */
export async function diesAfterEachCall(world: World, { name, arrange }: WriteCase): Promise<number> {
  const [fn = '', action = ''] = name.split(' ')[0]!.split('.')
  for (let killAfterCall = 1; killAfterCall <= MOST_CALLS; killAfterCall++) {
    const { call, after } = await arrange(world)
    await world.cloud.faults.add({ function: fn, action, killAfterCall })
    const died = await call().then(
      () => false,
      () => true,
    )
    await world.cloud.faults.reset()
    await expectWhole(world, `${name} after call ${killAfterCall}`)
    const reply = await call()
    if (!reply.ok) throw new Error(`${name} after call ${killAfterCall}: the retry answers ${reply.code}`)
    await after(died ? killAfterCall : 0)
    await expectWhole(world, `${name} after call ${killAfterCall}, tried again`)
    if (!died) return killAfterCall - 1
  }
  throw new Error(`${name} makes more than ${MOST_CALLS} database calls`)
}

/** Nobody tries again: `jobs` alone makes good what was cut off. `atRest` answers what does not hold then. */
export async function leftAlone(
  world: World,
  { name, arrange }: WriteCase,
  atRest: () => Promise<string[]>,
): Promise<void> {
  const [fn = '', action = ''] = name.split(' ')[0]!.split('.')
  for (let killAfterCall = 1; killAfterCall <= MOST_CALLS; killAfterCall++) {
    const { call } = await arrange(world)
    await world.cloud.faults.add({ function: fn, action, killAfterCall })
    const died = await call().then(
      () => false,
      () => true,
    )
    await world.cloud.faults.reset()
    await world.cloud.clock.advance(AFTER_CAUSE_MS + 1000)
    // what one tick hands over, the next one may have to look at
    for (let tick = 0; tick < 2; tick++) await world.cloud.timer('jobs')
    const broken = await atRest()
    if (broken.length > 0) throw new Error(`${name} after call ${killAfterCall}: ${broken.join('; ')}`)
    if (!died) return
  }
}

async function expectWhole(world: World, when: string): Promise<void> {
  const broken = await brokenInvariants(world.cloud)
  if (broken.length > 0) throw new Error(`${when}: ${broken.join('; ')}`)
}
