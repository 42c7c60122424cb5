/** Cards that remind of the limitation: calculated for everybody, kept for the person, moved only by what a lawyer confirms. */
import { nextYear } from '../../../miniprogram/shared/local-days'
import type { LimitEvent, Task } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { limitations } from './limitations'

let world: World
let l: ReturnType<typeof limitations>
beforeAll(async () => {
  world = await startWorld({ instances: 2 })
  l = limitations(world)
})
afterAll(() => world.cloud.stop())

const task = async (limitId: string) =>
  (await world.cloud.find<Task>('tasks', { _id: `LIMIT:${limitId}` }))[0]
const pause = (from: number, until?: number): LimitEvent => ({
  ...{ id: l.id(), kind: 'SUSPENDED', date: l.ago(from), state: 'REPORTED' },
  ...(until !== undefined && { untilDate: l.ago(until) }),
})
const demand = (days: number, state: LimitEvent['state'] = 'REPORTED'): LimitEvent => ({
  ...{ id: l.id(), kind: 'DEMANDED', date: l.ago(days), state },
})

describe('calculating', () => {
  test('a guest is told date, days and what it follows from; nothing is kept', async () => {
    const result = ok(await world.legal('a-guest', 'limitCalc', l.input()))
    expect(result.deadline).toBe(nextYear(l.ago(100)))
    expect(result.basis[0]?.article).toContain('第二十七条第一款')
    expect(await world.cloud.find('limitations', { personId: personId('a-guest') })).toEqual([])
  })

  test('wages of a place where one still works have no running period', async () => {
    const result = ok(
      await world.legal('a-guest', 'limitCalc', l.input({ claimType: 'WAGES', employedStill: true })),
    )
    expect(result.deadline).toBeUndefined()
  })

  test.each<[string, string, () => object]>([
    ['DATE_FUTURE', 'keyDate', () => ({ keyDate: l.ago(-1) })],
    ['DATE_FUTURE', 'endDate', () => ({ endDate: l.ago(-1) })],
    ['DATE_FUTURE', 'date', () => ({ events: [demand(-1)] })],
    ['DATE_FUTURE', 'untilDate', () => ({ events: [pause(5, -1)] })],
    ['TIME_ORDER', 'untilDate', () => ({ events: [pause(5, 6)] })],
    ['INVALID_INPUT', 'untilDate', () => ({ events: [pause(5)] })],
    ['INVALID_INPUT', 'keyDate', () => ({ keyDate: '2026-02-29' })],
    ['INVALID_INPUT', 'claimType', () => ({ claimType: 'DIVORCE' })],
  ])('%s at %s', async (code, field, wrong) => {
    const answers = await Promise.all([
      world.ask('legal', 'a-guest', 'limitCalc', { ...l.input(), ...wrong() }),
      world.ask('legal', await l.someone(), 'limitSave', { ...l.wish(), ...wrong() }),
    ])
    expect(answers).toMatchObject([
      { code, detail: { field } },
      { code, detail: { field } },
    ])
  })

  test('today is no future', async () => {
    expect(codeOf(await world.legal('a-guest', 'limitCalc', l.input({ keyDate: l.ago(0) })))).toBe('OK')
  })
})

describe('saving', () => {
  test('a guest is asked to register', async () => {
    expect(codeOf(await l.save('a-guest'))).toBe('NEED_REGISTER')
    expect(codeOf(await world.legal('a-guest', 'limitMine', {}))).toBe('NEED_REGISTER')
  })

  test('the card is there again, the earliest date first, and for nobody else', async () => {
    const [anna, bert] = [await l.someone(), await l.someone()]
    const late = await l.saved(anna, { keyDate: l.ago(10) })
    const none = await l.saved(anna, { claimType: 'WAGES', employedStill: true })
    const soon = await l.saved(anna, { keyDate: l.ago(300) })
    expect(await l.mine(anna)).toEqual([soon, late, none])
    expect(await l.mine(bert)).toEqual([])
  })

  test('a second tap, or a retry, makes no second card; another content under its name is refused', async () => {
    const anna = await l.someone()
    const wish = l.wish()
    const first = await l.saved(anna, wish)
    expect(await l.saved(anna, wish)).toEqual(first)
    expect(codeOf(await l.save(anna, { ...wish, keyDate: l.ago(90) }))).toBe('OP_MISMATCH')
    const two = l.wish()
    const both = await Promise.all([l.save(anna, two), l.save(anna, two)])
    expect(ok(both[0]).limitId).toBe(ok(both[1]).limitId)
    expect(await l.mine(anna)).toHaveLength(2)
  })

  test('ten cards are enough', async () => {
    const anna = await l.someone()
    const cards = []
    for (let n = 0; n < 10; n++) cards.push(await l.saved(anna))
    expect(codeOf(await l.save(anna))).toBe('QUOTA_PERSON')
    ok(await world.legal(anna, 'limitRemove', { limitId: cards[0]?.limitId ?? '' }))
    expect(codeOf(await l.save(anna))).toBe('OK')
  })

  test('a change is saved over the revision that was read, once', async () => {
    const anna = await l.someone()
    const { limitId, rev } = await l.saved(anna)
    const change = l.wish({ limitId, rev, keyDate: l.ago(50) })
    expect(await l.saved(anna, change)).toMatchObject({ rev: 2, deadline: nextYear(l.ago(50)) })
    expect(await l.saved(anna, change)).toMatchObject({ rev: 2 })
    expect(codeOf(await l.save(anna, { limitId, rev, keyDate: l.ago(40) }))).toBe('STALE_REV')
    expect(codeOf(await l.save(anna, { rev: 1 }))).toBe('STALE_REV')
  })

  test('nobody confirms anything by saving: what is sent as confirmed counts as reported', async () => {
    const anna = await l.someone()
    const card = await l.saved(anna, { events: [demand(30, 'CONFIRMED')] })
    expect(card).toMatchObject({ deadline: nextYear(l.ago(100)), ifConfirmed: nextYear(l.ago(30)) })
    const { limitId, rev } = card
    const events = card.events.map(event => ({ ...event, state: 'CONFIRMED' as const }))
    expect(await l.saved(anna, { limitId, rev, events })).toMatchObject({ deadline: nextYear(l.ago(100)) })
  })

  test('one takes back what nobody has decided; what was decided stays', async () => {
    const { worker, lawyer, limitId, eventId } = await l.advised('CLEARED')
    ok(await l.decide(lawyer, limitId, eventId, true))
    const { rev } = ok(await l.report(worker, limitId, { date: l.ago(3) }))
    const card = await l.saved(worker, { limitId, rev, events: [] })
    expect(card.events).toEqual([expect.objectContaining({ id: eventId, state: 'CONFIRMED' })])
  })

  test("of somebody who is employed no last day is kept, and another person's card is not there", async () => {
    const [anna, bert] = [await l.someone(), await l.someone()]
    const { limitId, rev, ...card } = await l.saved(anna, { employedStill: true, endDate: l.ago(5) })
    expect(card.endDate).toBeUndefined()
    expect(codeOf(await l.save(bert, { limitId, rev }))).toBe('NOT_FOUND')
    expect(codeOf(await l.report(bert, limitId))).toBe('NOT_FOUND')
    expect(codeOf(await world.legal(bert, 'limitRemove', { limitId }))).toBe('NOT_FOUND')
    expect(codeOf(await l.save(anna, { limitId: `lm_${l.id()}`, rev }))).toBe('NOT_FOUND')
  })

  test('without reminders nothing is scheduled; with them the timer looks at it', async () => {
    const anna = await l.someone()
    const { limitId, rev } = await l.saved(anna, { remind: false })
    expect(await task(limitId)).toBeUndefined()
    ok(await l.save(anna, { limitId, rev, remind: true }))
    expect((await task(limitId))?.dueAt).toBeGreaterThan(world.now)
  })

  test('at most twenty events', async () => {
    const anna = await l.someone()
    const { limitId, rev } = await l.saved(anna, { events: Array.from({ length: 20 }, () => demand(10)) })
    expect(codeOf(await l.report(anna, limitId))).toBe('QUOTA_PERSON')
    expect(codeOf(await l.save(anna, { events: Array.from({ length: 21 }, () => demand(10)) }))).toBe(
      'INVALID_INPUT',
    )
    const same = demand(10)
    expect((await l.saved(anna, { limitId, rev, events: [same, same] })).events).toHaveLength(1)
  })
})

describe('what happened', () => {
  test('a report moves nothing, tells what it may do, and is there once', async () => {
    const anna = await l.someone()
    const { limitId } = await l.saved(anna)
    const input = { limitId, opId: l.id(), kind: 'DEMANDED', date: l.ago(20) } as const
    const card = ok(await world.legal(anna, 'limitEvent', input))
    expect(card).toMatchObject({ deadline: nextYear(l.ago(100)), ifConfirmed: nextYear(l.ago(20)) })
    expect(ok(await world.legal(anna, 'limitEvent', input))).toEqual(card)
    expect(codeOf(await l.report(anna, limitId, { date: l.ago(-1) }))).toBe('DATE_FUTURE')
    expect(codeOf(await l.report(anna, limitId, { kind: 'SUSPENDED' }))).toBe('INVALID_INPUT')
  })

  test('reports at the same time are all there', async () => {
    const anna = await l.someone()
    const { limitId } = await l.saved(anna)
    const codes = await Promise.all(
      [1, 2, 3].map(async n => codeOf(await l.report(anna, limitId, { date: l.ago(n) }))),
    )
    expect(codes).toEqual(['OK', 'OK', 'OK'])
    expect((await l.card(limitId))?.events).toHaveLength(3)
  })

  test.each(['CLEARED', 'CONSULTING', 'DONE', 'RATED'] as const)(
    'a lawyer with an appointment %s confirms: the date moves',
    async state => {
      const { worker, lawyer, limitId, eventId } = await l.advised(state)
      const confirmed = ok(await l.decide(lawyer, limitId, eventId, true))
      expect(confirmed).toMatchObject({ deadline: nextYear(l.ago(20)), events: [{ state: 'CONFIRMED' }] })
      expect(ok(await l.decide(lawyer, limitId, eventId, true))).toEqual(confirmed)
      expect(await l.mine(worker)).toEqual([confirmed])
      expect(JSON.stringify(confirmed)).not.toContain(personId(lawyer))
      expect((await l.card(limitId))?.events[0]?.byId).toBe(personId(lawyer))
    },
  )

  test('rejected it moves nothing, for good; confirmed by mistake it is taken back', async () => {
    const { lawyer, limitId, eventId } = await l.advised('CLEARED')
    ok(await l.decide(lawyer, limitId, eventId, true))
    const back = ok(await l.decide(lawyer, limitId, eventId, false))
    expect(back).toMatchObject({ deadline: nextYear(l.ago(100)), events: [{ state: 'REJECTED' }] })
    expect(back.ifConfirmed).toBeUndefined()
    expect(codeOf(await l.decide(lawyer, limitId, eventId, true))).toBe('STATE_CHANGED')
    expect(codeOf(await l.decide(lawyer, limitId, l.id(), true))).toBe('NOT_FOUND')
  })

  test.each(['BOOKED', 'CONFLICTED'] as const)('a lawyer whose appointment is %s may not', async state => {
    const { lawyer, limitId, eventId } = await l.advised(state)
    expect(codeOf(await l.decide(lawyer, limitId, eventId, true))).toBe('NOT_FOUND')
    expect((await l.card(limitId))?.events[0]?.state).toBe('REPORTED')
  })

  test('nor may another lawyer, another person, the person, or one who is a lawyer no longer', async () => {
    const { worker, lawyer, limitId, eventId } = await l.advised('CLEARED')
    const other = await l.advised('CLEARED')
    const decide = async (openid: string) => codeOf(await l.decide(openid, limitId, eventId, true))
    expect(await decide(other.lawyer)).toBe('NOT_FOUND')
    expect(await decide(await l.someone())).toBe('NOT_FOUND')
    expect(await decide(worker)).toBe('SELF_REVIEW')
    await world.cloud.db
      .collection('grants')
      .where({ personId: personId(lawyer) })
      .update({ state: 'REVOKED' })
    expect(await decide(lawyer)).toBe('NOT_FOUND')
    expect((await l.card(limitId))?.events[0]?.state).toBe('REPORTED')
  })
})

test('what is removed is erased, gone for everybody, and removing it again says so', async () => {
  const { worker, lawyer, limitId, eventId } = await l.advised('CLEARED')
  const remove = () => world.legal(worker, 'limitRemove', { limitId })
  expect(ok(await remove())).toEqual({ repeated: false })
  expect(ok(await remove())).toEqual({ repeated: true })
  expect(await l.mine(worker)).toEqual([])
  expect(codeOf(await l.decide(lawyer, limitId, eventId, true))).toBe('NOT_FOUND')
  expect(codeOf(await l.report(worker, limitId))).toBe('NOT_FOUND')
  expect(codeOf(await l.save(worker, { limitId, rev: 1 }))).toBe('NOT_FOUND')
  expect(await l.card(limitId)).toMatchObject({ events: [], keyDate: '', deadline: '', remind: false })
})
