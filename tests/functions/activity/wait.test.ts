import { reasons } from '../../../miniprogram/shared/reasons'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { queues } from './queue'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let world: World
let q: ReturnType<typeof queues>
beforeAll(async () => {
  world = await startWorld({ instances: 2 })
  q = queues(world)
})
afterAll(() => world.cloud.stop())
afterEach(async () => {
  expect(await q.broken()).toEqual([])
  await world.cloud.clock.set(world.now)
})

describe('joining', () => {
  test('who comes late is told their number and how many are before them', async () => {
    const { sessionId } = await q.full()
    const [anna, bert] = [await q.someone(), await q.someone()]
    expect(ok(await q.join(anna, sessionId))).toEqual({ sessionId, waitNo: 1, ahead: 0, repeated: false })
    expect(ok(await q.join(bert, sessionId))).toEqual({ sessionId, waitNo: 2, ahead: 1, repeated: false })
  })

  test('twice, it is the same number', async () => {
    const { sessionId } = await q.full()
    const anna = await q.someone()
    ok(await q.join(anna, sessionId))
    expect(ok(await q.join(anna, sessionId))).toEqual({ sessionId, waitNo: 1, ahead: 0, repeated: true })
    expect(await q.waitsOf(sessionId)).toHaveLength(1)
  })

  test('by many taps at once, everybody is in it once', async () => {
    const { sessionId } = await q.full()
    const people = await Promise.all(Array.from({ length: 15 }, () => q.someone()))
    await Promise.all([...people, ...people].map(async openid => ok(await q.join(openid, sessionId))))
    const entries = await q.waitsOf(sessionId)
    expect(entries.map(({ personId }) => personId).sort()).toEqual(people.map(personId).sort())
  })

  test('while a place is free one is sent to it', async () => {
    const { sessionId } = await world.activity()
    expect(codeOf(await q.join(await q.someone(), sessionId))).toBe('NOT_FULL')
  })

  test('it is full for who may not take what is left', async () => {
    const { sessionId } = await world.activity({
      starts: [72],
      places: 2,
      segments: [
        { key: 'new', label: '骑手', from: 1, to: 1, employments: ['RIDER'] },
        { key: 'all', label: '通用', from: 2, to: 2, employments: [] },
      ],
    })
    const clerk = await q.someone()
    ok(await q.signUp(clerk, sessionId))
    const [late, rider] = [await q.someone(), await q.someone({ employment: 'RIDER' })]
    expect(ok(await q.join(late, sessionId))).toMatchObject({ waitNo: 1 })
    expect(codeOf(await q.join(rider, sessionId))).toBe('NOT_FULL')
    ok(await q.cancel(clerk, sessionId))
    expect(await q.standing(sessionId, [late])).toEqual(['FREE', `OFFERED ${late}`])
    ok(await q.signUp(rider, sessionId))
  })

  test('who holds a place is told its number', async () => {
    const { sessionId, holder } = await q.full()
    expect(ok(await q.join(holder, sessionId))).toMatchObject({ repeated: true, no: 1 })
  })

  test.each<[string, object, object, string]>([
    ['before the opening', { session: { openAt: Date.UTC(2027, 0, 1) } }, {}, 'NOT_OPEN'],
    ['after the closing', { session: { closeAt: 1 } }, {}, 'CLOSED'],
    ['when it was called off', { state: 'CALLED_OFF' }, {}, 'CLOSED'],
    ['when its session was called off', { session: { state: 'CALLED_OFF' } }, {}, 'CLOSED'],
    ['when places are drawn', { mode: 'DRAW' }, {}, 'DRAW_ONLY'],
    ['when it is for members', { audience: { memberOnly: true, employments: [] } }, {}, 'NOT_ELIGIBLE'],
    ['while suspended', {}, { suspendedUntil: Date.UTC(2027, 0, 1) }, 'SUSPENDED_NOSHOW'],
    [
      'when the rules have changed since they were read',
      { rules: { version: 2, notes: [], cancelBeforeMin: 0, groupMax: 1 } },
      {},
      'RULES_CHANGED',
    ],
  ])('%s: refused', async (_, activity, person, code) => {
    const { sessionId } = await world.activity({ places: 0, ...activity })
    expect(codeOf(await q.join(await q.someone(person), sessionId))).toBe(code)
  })

  test('everybody may come to an open house: there is nothing to wait for', async () => {
    const { sessionId } = await world.activity({ mode: 'OPEN', places: 0 })
    expect(await q.join(await q.someone(), sessionId)).toMatchObject({
      code: 'NOT_ELIGIBLE',
      detail: { reason: reasons.OPEN_TO_ALL },
    })
  })

  test('nobody joins when nobody would be asked any more', async () => {
    const { sessionId } = await q.full({ starts: [1] })
    await world.cloud.clock.advance(31 * MINUTE)
    expect(codeOf(await q.join(await q.someone(), sessionId))).toBe('CLOSED')
  })

  test('a queue takes 200 people where there are few places', async () => {
    const { sessionId } = await q.full()
    const entry = (n: number) => ({
      ...{
        _id: `${sessionId}/w${n}`,
        sessionId,
        n,
        personId: `p_${n}`,
        state: 'WAITING',
        startAt: 1,
        endAt: 2,
      },
      ...{
        employment: 'OFFICE',
        autoAccept: false,
        liveKey: `${sessionId}|p_${n}`,
        at: 1,
        rid: '',
        endedAt: 0,
      },
    })
    await world.add(
      'waits',
      Array.from({ length: 200 }, (_, i) => entry(i + 1)),
    )
    expect(codeOf(await q.join(await q.someone(), sessionId))).toBe('WAITLIST_FULL')
  })
})

describe('leaving', () => {
  test('twice, it is left once; who joins again stands at the end', async () => {
    const { sessionId, waiting } = await q.full({}, 2)
    const [anna = '', bert = ''] = waiting
    expect(ok(await q.leave(anna, sessionId))).toEqual({ repeated: false })
    expect(ok(await q.leave(anna, sessionId))).toEqual({ repeated: true })
    expect(ok(await q.join(anna, sessionId))).toMatchObject({ waitNo: 3, ahead: 1 })
    expect(ok(await q.join(bert, sessionId))).toMatchObject({ waitNo: 2, ahead: 0, repeated: true })
  })

  test('with an offer, it goes to the next one, without a point', async () => {
    const { sessionId, holder, waiting } = await q.full({}, 2)
    const [anna = '', bert = ''] = waiting
    ok(await q.cancel(holder, sessionId))
    ok(await q.leave(anna, sessionId))
    expect(await q.standing(sessionId, waiting)).toEqual([`OFFERED ${bert}`])
    expect(await world.cloud.find('signups', { personId: personId(anna) })).toEqual([])
  })
})

describe('a place that becomes free', () => {
  test('goes to the first in the queue, never past it to somebody who taps', async () => {
    const { sessionId, holder, waiting } = await q.full({}, 2)
    const [anna = ''] = waiting
    ok(await q.cancel(holder, sessionId))
    expect(await q.standing(sessionId, waiting)).toEqual([`OFFERED ${anna}`])
    expect(codeOf(await q.signUp(await q.someone(), sessionId))).toBe('FULL')
    const [first, second] = await q.waitsOf(sessionId)
    expect([first?.state, second?.state]).toEqual(['OFFERED', 'WAITING'])
  })

  test('is free for all when nobody waits', async () => {
    const { sessionId, holder } = await q.full()
    ok(await q.cancel(holder, sessionId))
    expect(ok(await q.signUp(await q.someone(), sessionId)).no).toBe(1)
  })

  test('is theirs at once who said so when joining', async () => {
    const { sessionId, holder } = await q.full()
    const anna = await q.someone()
    ok(await q.join(anna, sessionId, true))
    ok(await q.cancel(holder, sessionId))
    expect(ok(await world.activities(anna, 'ticket', { sessionId })).no).toBe(1)
    expect((await q.waitsOf(sessionId))[0]).toMatchObject({ state: 'ACCEPTED', endedAt: expect.any(Number) })
  })

  test('passes over who has something else at that hour, and they keep their position', async () => {
    const { sessionId, holder, waiting } = await q.full({}, 2)
    const [anna = '', bert = ''] = waiting
    const same = await world.activity({ starts: [72], places: 5 })
    ok(await q.signUp(anna, same.sessionId))
    ok(await q.cancel(holder, sessionId))
    expect(await q.standing(sessionId, waiting)).toEqual([`OFFERED ${bert}`])
    ok(await q.cancel(anna, same.sessionId))
    ok(await q.answer(bert, sessionId, false))
    expect(await q.standing(sessionId, waiting)).toEqual([`OFFERED ${anna}`])
  })

  test('passes over whose day is full', async () => {
    const { sessionId, holder, waiting } = await q.full({}, 2)
    const [anna = '', bert = ''] = waiting
    const day = await world.activity({ starts: [74, 76] })
    for (const id of day.sessionIds) ok(await q.signUp(anna, id))
    ok(await q.cancel(holder, sessionId))
    expect(await q.standing(sessionId, waiting)).toEqual([`OFFERED ${bert}`])
    // she is in the way of nobody, and nobody in hers
    ok(await q.leave(anna, sessionId))
  })

  test('whoever was passed over gets what stands free once the other thing is cancelled', async () => {
    const { sessionId, holder, waiting } = await q.full({}, 1)
    const [anna = ''] = waiting
    const same = await world.activity({ starts: [72] })
    ok(await q.signUp(anna, same.sessionId))
    ok(await q.cancel(holder, sessionId))
    expect(await q.standing(sessionId, waiting)).toEqual(['FREE'])
    ok(await q.cancel(anna, same.sessionId))
    await world.cloud.clock.advance(2 * MINUTE)
    await q.tick()
    expect(await q.standing(sessionId, waiting)).toEqual([`OFFERED ${anna}`])
  })

  test('is first come, first served half an hour before the start', async () => {
    const { sessionId, holder, waiting } = await q.full({ starts: [2] }, 1)
    await world.cloud.clock.advance(91 * MINUTE)
    ok(await q.cancel(holder, sessionId))
    const bert = await q.someone()
    ok(await q.signUp(bert, sessionId))
    expect(await q.standing(sessionId, [...waiting, bert])).toEqual([`HELD ${bert}`])
  })

  test('of what was called off goes to nobody', async () => {
    const { sessionId, activityId, holder } = await q.full({}, 1)
    await world.cloud.db.collection('activities').where({ _id: activityId }).update({ state: 'CALLED_OFF' })
    await world.cloud.db.collection('sessions').where({ _id: sessionId }).update({ state: 'CALLED_OFF' })
    // what an instance remembers of it is over after two seconds
    await world.cloud.clock.advance(3000)
    ok(await q.cancel(holder, sessionId))
    expect(await q.standing(sessionId, [])).toEqual(['FREE'])
  })
})

describe('answering', () => {
  /** Somebody whose answer is waited for, and the next one. */
  async function offered(options = {}) {
    const made = await q.full(options, 2)
    ok(await q.cancel(made.holder, made.sessionId))
    const [anna = '', bert = ''] = made.waiting
    return { ...made, anna, bert }
  }

  test('yes: the place is theirs, and a second yes says the same', async () => {
    const { sessionId, anna } = await offered()
    expect(ok(await q.answer(anna, sessionId, true))).toEqual({ accepted: true, repeated: false, no: 1 })
    expect(ok(await q.answer(anna, sessionId, true))).toEqual({ accepted: true, repeated: true, no: 1 })
    expect(ok(await world.activities(anna, 'ticket', { sessionId })).no).toBe(1)
    expect(codeOf(await q.answer(anna, sessionId, false))).toBe('NO_OFFER')
  })

  test('no: it goes to the next one, without a point, and a second no says the same', async () => {
    const { sessionId, anna, bert, waiting } = await offered()
    expect(ok(await q.answer(anna, sessionId, false))).toEqual({ accepted: false, repeated: false })
    expect(ok(await q.answer(anna, sessionId, false))).toEqual({ accepted: false, repeated: true })
    expect(await q.standing(sessionId, waiting)).toEqual([`OFFERED ${bert}`])
    expect(codeOf(await q.answer(anna, sessionId, true))).toBe('NO_OFFER')
  })

  test('too late: the offer is over even before the timer has looked', async () => {
    const { sessionId, anna, bert, waiting } = await offered()
    await world.cloud.clock.advance(2 * HOUR + 1)
    expect(codeOf(await q.answer(anna, sessionId, true))).toBe('OFFER_EXPIRED')
    // it was not even told yet
    await q.tick()
    await q.tick()
    expect(await q.standing(sessionId, waiting)).toEqual([`OFFERED ${bert}`])
    expect(codeOf(await q.answer(anna, sessionId, true))).toBe('OFFER_EXPIRED')
    expect(codeOf(await q.answer(anna, sessionId, false))).toBe('OFFER_EXPIRED')
    const told = await world.cloud.find('notices', { personId: personId(anna), trigger: 'OFFER_EXPIRED' })
    expect(told).toHaveLength(1)
  })

  test('without an offer there is nothing to answer', async () => {
    const { sessionId, bert } = await offered()
    expect(codeOf(await q.answer(bert, sessionId, true))).toBe('NO_OFFER')
    expect(codeOf(await q.answer(bert, sessionId, false))).toBe('NO_OFFER')
    expect(codeOf(await q.answer(await q.someone(), sessionId, true))).toBe('NO_OFFER')
  })

  test('yes, with something else at that hour meanwhile: refused, and the offer stands', async () => {
    const { sessionId, anna, waiting } = await offered()
    const same = await world.activity({ starts: [72] })
    ok(await q.signUp(anna, same.sessionId))
    expect(codeOf(await q.answer(anna, sessionId, true))).toBe('TIME_CLASH')
    expect(await q.standing(sessionId, waiting)).toEqual([`OFFERED ${anna}`])
  })

  test('yes, with two other things on that day meanwhile: refused', async () => {
    const { sessionId, anna } = await offered()
    const day = await world.activity({ starts: [74, 76] })
    for (const id of day.sessionIds) ok(await q.signUp(anna, id))
    expect(codeOf(await q.answer(anna, sessionId, true))).toBe('QUOTA_DAY')
  })

  test('two offers of one day, both accepted at once with one place left on it: one is', async () => {
    const first = await q.full()
    const second = await q.full({ starts: [74] })
    const third = await world.activity({ starts: [76] })
    const anna = await q.someone()
    ok(await q.signUp(anna, third.sessionId))
    for (const { sessionId, holder } of [first, second]) {
      ok(await q.join(anna, sessionId))
      ok(await q.cancel(holder, sessionId))
    }
    const answers = await Promise.all([first, second].map(({ sessionId }) => q.answer(anna, sessionId, true)))
    expect(answers.map(codeOf).sort()).toEqual(['OK', 'QUOTA_DAY'])
  })

  test('by signing up: the offer is accepted, the offered place is no ticket before', async () => {
    const { sessionId, anna, bert } = await offered()
    expect(codeOf(await world.activities(anna, 'ticket', { sessionId }))).toBe('NO_PLACE')
    expect(codeOf(await q.cancel(anna, sessionId))).toBe('NO_PLACE')
    // an instance that found it full a moment ago says so for a second
    await world.cloud.clock.advance(1500)
    expect(ok(await q.signUp(anna, sessionId))).toMatchObject({ no: 1, repeated: false })
    expect(ok(await world.activities(anna, 'ticket', { sessionId })).no).toBe(1)
    ok(await q.cancel(anna, sessionId))
    ok(await q.answer(bert, sessionId, true))
  })

  test('a guest has no queue', async () => {
    const { sessionId } = await offered()
    expect(codeOf(await q.join('a-guest', sessionId))).toBe('NEED_REGISTER')
    expect(codeOf(await q.leave('a-guest', sessionId))).toBe('NEED_REGISTER')
    expect(codeOf(await q.answer('a-guest', sessionId, true))).toBe('NEED_REGISTER')
  })
})

describe('all at once', () => {
  test('everybody lets go while others join and leave: no place is lost, nobody is passed over', async () => {
    const { sessionId, holders, waiting } = await q.full({ places: 8 }, 8)
    const joining = await Promise.all(Array.from({ length: 8 }, () => q.someone()))
    await Promise.all([
      ...holders.map(async openid => ok(await q.cancel(openid, sessionId))),
      ...joining.map(openid => q.join(openid, sessionId)),
      ...waiting.slice(0, 3).map(async openid => ok(await q.leave(openid, sessionId))),
    ])
    const states = (await q.placesOf(sessionId)).map(({ state }) => state)
    expect(states.filter(state => state === 'OFFERED')).toHaveLength(8)
    await Promise.all([...waiting, ...joining].map((openid, i) => q.answer(openid, sessionId, i % 3 === 0)))
    await q.tick()
  })

  test('yes in the last moment, while the timer looks: the place is theirs, or the next one’s', async () => {
    const outcomes = new Set<string>()
    for (let ms = -60; ms <= 60; ms += 20) {
      const { sessionId, holder, waiting } = await q.full({}, 2)
      const [anna = '', bert = ''] = waiting
      ok(await q.cancel(holder, sessionId))
      await q.tick()
      const [place] = await q.placesOf(sessionId)
      await world.cloud.clock.set((place?.offerUntil ?? 0) + ms)
      const [reply] = await Promise.all([q.answer(anna, sessionId, true), q.tick()])
      await q.tick()
      const told = await world.cloud.count('notices', { personId: personId(anna), trigger: 'OFFER_EXPIRED' })
      const standing = await q.standing(sessionId, waiting)
      expect([
        { code: 'OK', standing: [`HELD ${anna}`], told: 0 },
        { code: 'OFFER_EXPIRED', standing: [`OFFERED ${bert}`], told: 1 },
      ]).toContainEqual({ code: codeOf(reply), standing, told })
      outcomes.add(codeOf(reply))
      await world.cloud.clock.set(world.now)
    }
    expect(outcomes.has('OFFER_EXPIRED')).toBe(true)
  })
})

test('an offer is told once, with until when it stands, and the place once it is taken', async () => {
  const { sessionId, holder, waiting } = await q.full({}, 1)
  const [anna = ''] = waiting
  ok(await q.cancel(holder, sessionId))
  await q.tick()
  await q.tick()
  ok(await q.answer(anna, sessionId, true))
  await q.tick()
  const told = await world.cloud.find<{ trigger: string }>('notices', { personId: personId(anna) })
  expect(told.map(({ trigger }) => trigger).sort()).toEqual(['OFFERED', 'SIGNED'])
})

test('a queue of three is gone through: no, silence, yes', async () => {
  const { sessionId, holder, waiting } = await q.full({}, 3)
  const [anna = '', , carl = ''] = waiting
  ok(await q.cancel(holder, sessionId))
  ok(await q.answer(anna, sessionId, false))
  await q.tick()
  await world.cloud.clock.advance(2 * HOUR + MINUTE)
  await q.tick()
  expect(ok(await q.answer(carl, sessionId, true))).toMatchObject({ accepted: true })
  expect((await q.waitsOf(sessionId)).map(({ state }) => state)).toEqual(['DECLINED', 'EXPIRED', 'ACCEPTED'])
})
