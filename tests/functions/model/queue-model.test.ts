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
import { direct, openDirectDatabase } from './direct-store'
import type { Model, Step } from './queue-model'
import { step } from './queue-model'
import { beginning, QueueStage, reach } from './queue-stage'
import type { Wish } from './queue-wish'
import { anyWish, stepOf } from './queue-wish'

beforeAll(() => void Object.assign(process.env, { GJ_PEPPER: secrets.pepper, GJ_KEYS: secrets.keys }))

/** Lets a store reach a database. */
type Reaching = <S extends Store>(store: S) => S

/** One step, and after which of its calls it is cut off; 0: it is not. Then `jobs` looks at it, or it is tried again. */
interface Turn {
  wish: Wish
  dies: number
  retried: boolean
}

const turn: fc.Arbitrary<Turn> = fc.record({
  wish: anyWish,
  dies: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 14 }) },
  ),
  retried: fc.boolean(),
})

const MOST_STEPS = 60
const turns = fc.array(turn, { minLength: 1, maxLength: MOST_STEPS, size: 'max' })

/** Plays until so many steps were made, each game with a session of its own. A failure is shrunk and tells its seed and steps. */
async function playAll(steps: number, reaching: Reaching): Promise<void> {
  let made = 0
  const games = fc.asyncProperty(turns, fc.context(), async (turns, game) => {
    made += turns.length
    await play(turns, reaching, line => game.log(line))
  })
  while (made < steps) await fc.assert(games, { numRuns: Math.ceil((steps - made) / MOST_STEPS) })
}

async function play(turns: Turn[], reaching: Reaching, log: (line: string) => void): Promise<void> {
  const stage = new QueueStage(reaching(new Store()))
  await stage.arrange()
  let model = beginning
  for (const { wish, ...end } of turns) {
    const one = { step: stepOf(wish, model), ...end }
    log(JSON.stringify(one))
    const after = step(model, one.step, reach)
    const cut = one.dies > 0 && (await cutOff(stage, one, reaching))
    if (one.dies === 0) await stage.act(one.step, reaching(new Store()))
    if (!cut) {
      model = after
      continue
    }
    const standing = await stage.standing()
    // tried again, it is done; left alone, it is done or was never begun
    expect([...(one.retried ? [] : [model]), after]).toContainEqual(standing)
    model = standing
    if (!one.retried) expect(await broken(stage, model)).toEqual([])
  }
  expect(await stage.standing()).toEqual(model)
  await stage.tick()
  expect(await stage.standing()).toEqual(model)
  expect(await broken(stage, model)).toEqual([])
}

async function broken(stage: QueueStage, model: Model): Promise<string[]> {
  return [...brokenQueue(await stage.read(), stage.isIdle(model)), ...(await stage.contradictions())]
}

/** True when the step was cut off; then it was tried again, or `jobs` has looked. */
async function cutOff(
  stage: QueueStage,
  { step, dies, retried }: Omit<Turn, 'wish'> & { step: Step },
  reaching: Reaching,
): Promise<boolean> {
  const store = reaching(new DyingStore(dies))
  try {
    await stage.act(step, store)
    return false
  } catch (error) {
    if (!(error instanceof Died)) throw error
  }
  await store.arrived()
  if (retried) await stage.act(step, reaching(new Store()), true)
  else await stage.tick()
  return true
}

test('20,000 steps: the functions do what the model does, in whatever order and wherever they are cut off', async () => {
  const { database, close } = await openDirectDatabase()
  try {
    await playAll(20_000, store => direct(store, database))
  } finally {
    close()
  }
}, 600_000)

test('some hundred steps through the SDK and the gateway: the same', async () => {
  const pools = await startPools()
  try {
    await playAll(400, store => store)
  } finally {
    await pools.stop()
  }
}, 120_000)
