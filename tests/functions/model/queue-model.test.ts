/**
 * Any order of taking, releasing, waiting, offering, answering, expiring, raising and cutting, now and then cut off after any
 * database call: the database says what the model says. After a cut-off it stands as before the step or as after it, once
 * `jobs` has looked or the person has tried again.
 */
import fc from 'fast-check'
import { Store } from '../../../cloudfunctions/_kit/store'
import { brokenQueue } from '../../support/queue-invariants'
import { Died, DyingStore } from '../dying-store'
import { startPools } from '../pools'
import { secrets } from '../world'
import type { Step } from './queue-model'
import { step } from './queue-model'
import { beginning, people, QueueStage, reach } from './queue-stage'

let pools: Awaited<ReturnType<typeof startPools>>
beforeAll(async () => {
  Object.assign(process.env, { GJ_PEPPER: secrets.pepper, GJ_KEYS: secrets.keys })
  pools = await startPools()
})
afterAll(() => pools.stop())

/** One step, and after which of its calls it is cut off; 0: it is not. Then `jobs` looks at it, or it is tried again. */
interface Turn {
  step: Step
  dies: number
  retried: boolean
}

const who = fc.constantFrom(...people)
const segment = fc.constantFrom('k1', 'all', 'all')
const oneStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('take' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('release' as const), who }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('join' as const), who, auto: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('accept' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decline' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('expire' as const, 'busy' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('idle' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('raise' as const, 'cut' as const), segment }) },
)
const turn: fc.Arbitrary<Turn> = fc.record({
  step: oneStep,
  dies: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 14 }) },
  ),
  retried: fc.boolean(),
})

const RUNS = 130
const AT_ONCE = 4
let done = 0
let deaths = 0

async function play(turns: Turn[]): Promise<void> {
  const stage = new QueueStage()
  await stage.arrange()
  let model = beginning
  for (const one of turns) {
    done++
    const after = step(model, one.step, reach)
    const cut = one.dies > 0 && (await cutOff(stage, one))
    if (one.dies === 0) await stage.act(one.step, new Store())
    if (!cut) {
      model = after
      continue
    }
    deaths++
    const standing = await stage.standing()
    // tried again, it is done; left alone, it is done or was never begun
    expect([...(one.retried ? [] : [model]), after]).toContainEqual(standing)
    model = standing
  }
  expect(await stage.standing()).toEqual(model)
  await stage.heal()
  const { session, places, waits } = await stage.read()
  expect(await stage.standing()).toEqual(model)
  expect(brokenQueue({ session, places, waits }, stage.isIdle(model))).toEqual([])
}

/** True when the step was cut off; then it was tried again or left, and `jobs` has looked. */
async function cutOff(stage: QueueStage, { step, dies, retried }: Turn): Promise<boolean> {
  const store = new DyingStore(dies)
  try {
    await stage.act(step, store)
    return false
  } catch (error) {
    if (!(error instanceof Died)) throw error
  }
  await store.arrived()
  if (retried) await stage.act(step, new Store(), true)
  await stage.heal()
  return true
}

test('the functions do what the model does, whatever happens in which order and wherever it is cut off', async () => {
  const property = fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 60, size: 'max' }), play)
  await Promise.all(Array.from({ length: AT_ONCE }, () => fc.assert(property, { numRuns: RUNS })))
  console.log(`${done} steps, ${deaths} of them cut off`)
}, 300_000)
