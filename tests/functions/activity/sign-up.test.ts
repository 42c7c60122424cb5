import { reasons } from '../../../miniprogram/shared/reasons'
import { brokenInvariants } from '../../support/invariants'
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'

const HOUR = 3600_000
const DAY = 24 * HOUR

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
afterEach(async () => expect(await brokenInvariants(world.cloud)).toEqual([]))

let count = 0
/** Someone new, registered. */
async function someone(fields: Parameters<World['people']>[1] = {}): Promise<string> {
  const openid = `worker-${++count}`
  await world.people([openid], fields)
  return openid
}

const signUp = (openid: string, sessionId: string, more: object = {}) =>
  world.activities(openid, 'signUp', { sessionId, rulesVersion: 1, ...more })

describe('taking a place', () => {
  test('a worker signs up and is told their number', async () => {
    const { sessionId, activityId } = await world.activity()
    expect(ok(await signUp(await someone(), sessionId))).toEqual({
      sessionId,
      activityId,
      no: 1,
      repeated: false,
    })
  })

  test('a second tap shows the same ticket', async () => {
    const { sessionId } = await world.activity()
    const anna = await someone()
    const first = ok(await signUp(anna, sessionId))
    expect(ok(await signUp(anna, sessionId))).toEqual({ ...first, repeated: true })
  })

  test('when the last place is theirs, a second tap shows it and another worker hears FULL', async () => {
    const { sessionId } = await world.activity({ places: 1 })
    const [anna, bert] = [await someone(), await someone()]
    ok(await signUp(anna, sessionId))
    expect(codeOf(await signUp(bert, sessionId))).toBe('FULL')
    expect(ok(await signUp(anna, sessionId))).toMatchObject({ no: 1, repeated: true })
    expect(codeOf(await signUp(bert, sessionId))).toBe('FULL')
  })

  test('after a lost answer the second tap shows the ticket that the first one took', async () => {
    const { sessionId } = await world.activity()
    const anna = await someone()
    await world.cloud.faults.add({
      function: 'activity',
      action: 'signUp',
      killAfterCall: undefined,
      loseAnswer: true,
    })
    await expect(signUp(anna, sessionId)).rejects.toThrow()
    expect(ok(await signUp(anna, sessionId))).toMatchObject({ no: 1, repeated: true })
  })

  test('who holds a place is still shown it when sign-up has closed meanwhile', async () => {
    const { sessionId } = await world.activity({ session: { closeAt: world.now + 30 * 60_000 } })
    const [anna, bert] = [await someone(), await someone()]
    ok(await signUp(anna, sessionId))
    await world.cloud.clock.advance(HOUR)
    expect(ok(await signUp(anna, sessionId))).toMatchObject({ no: 1, repeated: true })
    expect(codeOf(await signUp(bert, sessionId))).toBe('CLOSED')
    await world.cloud.clock.set(world.now)
  })
})

describe('the numbers kept for some', () => {
  const segments = [
    { key: 'new', label: '新就业形态', from: 1, to: 2, employments: ['RIDER' as const] },
    { key: 'all', label: '通用', from: 3, to: 4, employments: [] },
  ]

  test('a rider takes a kept number first, and a general one when those are gone', async () => {
    const { sessionId } = await world.activity({ places: 4, segments })
    const numbers: number[] = []
    for (let i = 0; i < 4; i++)
      numbers.push(ok(await signUp(await someone({ employment: 'RIDER' }), sessionId)).no)
    expect(numbers).toEqual([1, 2, 3, 4])
    expect(codeOf(await signUp(await someone({ employment: 'RIDER' }), sessionId))).toBe('FULL')
  })

  test('others take general numbers only, and hear FULL while kept ones are free', async () => {
    const { sessionId } = await world.activity({ places: 4, segments })
    const [anna, bert, carl] = [await someone(), await someone(), await someone()]
    expect(ok(await signUp(anna, sessionId)).no).toBe(3)
    expect(ok(await signUp(bert, sessionId)).no).toBe(4)
    expect(codeOf(await signUp(carl, sessionId))).toBe('FULL')
    expect(codeOf(await signUp(carl, sessionId))).toBe('FULL')
    expect(ok(await signUp(bert, sessionId))).toMatchObject({ no: 4, repeated: true })
    expect(ok(await signUp(await someone({ employment: 'RIDER' }), sessionId)).no).toBe(1)
  })

  test('with kept numbers only, others are told that they are not eligible', async () => {
    const { sessionId } = await world.activity({ places: 2, segments: segments.slice(0, 1) })
    const reply = await signUp(await someone(), sessionId)
    expect(reply).toMatchObject({ code: 'NOT_ELIGIBLE', detail: { reason: reasons.SEGMENT } })
  })
})

describe('the limit of two sign-ups for one date', () => {
  test('a third sign-up of one date is refused; another date is not', async () => {
    const { sessionIds } = await world.activity({ starts: [24, 26, 28, 60] })
    const anna = await someone()
    const replies = []
    for (const sessionId of sessionIds) replies.push(codeOf(await signUp(anna, sessionId)))
    expect(replies).toEqual(['OK', 'OK', 'QUOTA_DAY', 'OK'])
  })

  test('two sessions at the same hour clash', async () => {
    const one = await world.activity({ starts: [24] })
    const other = await world.activity({ starts: [24.5] })
    const anna = await someone()
    ok(await signUp(anna, one.sessionId))
    expect(codeOf(await signUp(anna, other.sessionId))).toBe('TIME_CLASH')
  })

  test('one session that begins when the other ends does not clash', async () => {
    const { sessionIds } = await world.activity({ starts: [24, 25] })
    const anna = await someone()
    for (const sessionId of sessionIds) ok(await signUp(anna, sessionId))
  })

  test('cancelling the first of two does not hide a clash with the second', async () => {
    const { sessionIds } = await world.activity({ starts: [48, 50] })
    const clashing = await world.activity({ starts: [50.5] })
    const anna = await someone()
    for (const sessionId of sessionIds) ok(await signUp(anna, sessionId))
    const [first = ''] = sessionIds
    ok(await world.activities(anna, 'cancel', { sessionId: first }))
    expect(codeOf(await signUp(anna, clashing.sessionId))).toBe('TIME_CLASH')
    expect(ok(await signUp(anna, first)).repeated).toBe(false)
  })

  test('a walk of many days clashes with nothing and counts on its first date only', async () => {
    const starts = [24]
    const walk = await world.activity({
      kind: 'WALK',
      starts,
      session: { endAt: world.now + 20 * DAY },
    })
    const sameHour = await world.activity({ starts })
    const later = await world.activity({ starts: [72, 74] })
    const anna = await someone()
    ok(await signUp(anna, sameHour.sessionId))
    ok(await signUp(anna, walk.sessionId))
    for (const sessionId of later.sessionIds) ok(await signUp(anna, sessionId))
    const third = await world.activity({ starts: [26] })
    expect(codeOf(await signUp(anna, third.sessionId))).toBe('QUOTA_DAY')
  })

  test('somebody who walks may take an hour of the same first date', async () => {
    const walk = await world.activity({
      kind: 'WALK',
      starts: [24],
      session: { endAt: world.now + 20 * DAY },
    })
    const hour = await world.activity({ starts: [24] })
    const anna = await someone()
    ok(await signUp(anna, walk.sessionId))
    ok(await signUp(anna, hour.sessionId))
  })
})

describe('groups', () => {
  const rules = { version: 1, notes: [], cancelBeforeMin: 1440, groupMax: 20 }

  test('a leader signs up for the group and holds one place', async () => {
    const { sessionId } = await world.activity({ rules })
    const { no } = ok(await signUp(await someone(), sessionId, { headcount: 20 }))
    expect(await world.place(`${sessionId}/${no}`)).toMatchObject({ headcount: 20 })
  })

  test('a group beyond the limit, or a second person where people come alone, is refused', async () => {
    const group = await world.activity({ rules })
    const single = await world.activity()
    const anna = await someone()
    for (const [{ sessionId }, headcount] of [
      [group, 21],
      [single, 2],
    ] as const)
      expect(await signUp(anna, sessionId, { headcount })).toMatchObject({
        code: 'INVALID_INPUT',
        detail: { field: 'headcount' },
      })
  })
})
