/**
 * Two steps at the same time, the second one in full before a call of the first: the outcome is that of one after the other,
 * in this order or in that.
 */
import { Store } from '../../../cloudfunctions/_kit/store'
import { brokenQueue, passedOver } from '../../support/queue-invariants'
import { between } from '../paused-store'
import { secrets } from '../world'
import { direct, openDirectDatabase } from './direct-store'
import type { Step } from './queue-model'
import { step } from './queue-model'
import { beginning, QueueStage, reach } from './queue-stage'

let opened: Awaited<ReturnType<typeof openDirectDatabase>>
beforeAll(async () => {
  Object.assign(process.env, { GJ_PEPPER: secrets.pepper, GJ_KEYS: secrets.keys })
  opened = await openDirectDatabase()
})
afterAll(() => opened.close())

const reaching = <S extends Store>(store: S): S => direct(store, opened.database)

const take = (who: string): Step => ({ do: 'take', who })
const release = (who: string): Step => ({ do: 'release', who })
const join = (who: string, auto = false): Step => ({ do: 'join', who, auto })
const leave = (who: string): Step => ({ do: 'leave', who })
const accept = (who: string): Step => ({ do: 'accept', who })
const decline = (who: string): Step => ({ do: 'decline', who })
const expire = (who: string): Step => ({ do: 'expire', who })
const idle = (who: string): Step => ({ do: 'idle', who })
const unseen = (who: string): Step => ({ do: 'unseen', who })
const busy = (who: string): Step => ({ do: 'busy', who })
const raise: Step = { do: 'raise', segment: 'all' }
const cut: Step = { do: 'cut', segment: 'all' }
const settle: Step = { do: 'settle' }

/** A rider has the rider's place, bert and dora the others. */
const full = [take('anna'), take('bert'), take('dora')]
const queued = [...full, join('emil'), join('carl')]
const offered = [...queued, release('bert')]

const pairs: [sentence: string, before: Step[], one: Step, other: Step][] = [
  ['somebody lets go while the first one joins', full, release('bert'), join('emil')],
  ['the first one joins while somebody lets go', full, join('emil'), release('bert')],
  ['somebody lets go while one joins who takes what comes', full, release('bert'), join('emil', true)],
  ['one joins who takes what comes, while somebody lets go', full, join('emil', true), release('bert')],
  ['two let go at once', queued, release('bert'), release('dora')],
  ['a rider and a clerk let go at once', queued, release('anna'), release('bert')],
  ['one lets go twice', queued, release('bert'), release('bert')],
  ['one lets go while another taps', full, release('bert'), take('emil')],
  ['one taps while another lets go', full, take('emil'), release('bert')],
  ['two join at once', full, join('emil'), join('carl')],
  ['one joins twice', full, join('emil'), join('emil', true)],
  ['the head leaves while a place is passed', queued, release('bert'), leave('emil')],
  ['a place is passed while the head leaves', queued, leave('emil'), release('bert')],
  ['the head leaves while two are passed', [...queued, release('dora')], release('bert'), leave('emil')],
  ['yes while the offer expires', offered, accept('emil'), expire('emil')],
  ['the offer expires while they say yes', offered, expire('emil'), accept('emil')],
  ['no while the offer expires', offered, decline('emil'), expire('emil')],
  ['the offer expires while they say no', offered, expire('emil'), decline('emil')],
  ['the offer expires twice', offered, expire('emil'), expire('emil')],
  ['yes twice', offered, accept('emil'), accept('emil')],
  ['yes on one phone, no on the other', offered, accept('emil'), decline('emil')],
  ['no on one phone, yes on the other', offered, decline('emil'), accept('emil')],
  ['yes by tapping while the offer expires', offered, take('emil'), expire('emil')],
  ['no while another lets go', offered, decline('emil'), release('dora')],
  ['one lets go while another says no', offered, release('dora'), decline('emil')],
  ['one joins while the capacity is raised', full, join('emil'), raise],
  ['the capacity is raised while one joins', full, raise, join('emil')],
  ['the capacity is raised while one taps', queued, raise, take('dora')],
  ['the capacity is raised while the head leaves', queued, raise, leave('emil')],
  ['the capacity is raised while one lets go', queued, raise, release('bert')],
  ['one lets go while the capacity is cut', full, release('bert'), cut],
  ['the capacity is cut while one lets go', full, cut, release('bert')],
  ['the capacity is cut while one taps', [take('anna'), take('bert')], cut, take('dora')],
  ['one taps while the capacity is cut', [take('anna'), take('bert')], take('dora'), cut],
  ['the queue is settled twice', queued, settle, settle],
  ['the queue is settled while one lets go', queued, settle, release('bert')],
  ['one lets go while the queue is settled', queued, release('bert'), settle],
  ['the queue is settled while an offer is accepted', offered, settle, accept('emil')],
  ['the queue is settled while an offer expires', offered, settle, expire('emil')],
  ['an offer expires while the queue is settled', offered, expire('emil'), settle],
  ['the queue is settled while the head leaves', offered, settle, leave('emil')],
  [
    'who was passed over has time again, while the next one is offered the place',
    [...full, busy('emil'), join('emil'), join('carl')],
    release('bert'),
    idle('emil'),
  ],
  [
    'who was passed over has time again, while the place they might have is taken',
    [...full, busy('emil'), join('emil'), release('bert')],
    idle('emil'),
    take('bert'),
  ],
]

const CALLS = Array.from({ length: 14 }, (_, i) => i + 1)

test.each(pairs)('%s', async (_, before, one, other) => {
  for (const call of CALLS) {
    const stage = new QueueStage(reaching(new Store()))
    await stage.arrange()
    let model = beginning
    for (const each of before) {
      await stage.act(each, reaching(new Store()))
      model = step(model, each, reach)
    }
    await between(
      call,
      store => stage.act(one, store),
      store => stage.act(other, store),
      reaching,
    )
    await stage.tell()
    const { session, places, waits } = await stage.read()
    const outcomes = [
      [one, other],
      [other, one],
    ].map(order => order.reduce((state, each) => step(state, each, reach), model))
    const standing = await stage.standing()
    expect({ call, outcomes }).toEqual({ call, outcomes: expect.arrayContaining([standing]) })
    expect(brokenQueue({ session, places, waits }, stage.isIdle(standing))).toEqual([])
    expect(await stage.contradictions()).toEqual([])
  }
})

test('two places are handed out, and one of them is taken by who taps: the first in the queue has the other', async () => {
  for (const call of CALLS) {
    const stage = new QueueStage(reaching(new Store()))
    await stage.arrange()
    for (const each of [
      ...[...full, busy('emil'), busy('carl'), join('emil'), join('carl')],
      ...[release('bert'), release('dora'), unseen('emil'), unseen('carl')],
    ])
      await stage.act(each, reaching(new Store()))
    await between(
      call,
      store => stage.act(settle, store),
      store => stage.act(take('bert'), store),
      reaching,
    )
    const pool = await stage.read()
    expect({ call, broken: [...brokenQueue(pool), ...passedOver(pool)] }).toEqual({ call, broken: [] })
  }
})
