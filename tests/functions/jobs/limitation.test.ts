/** 90, 30, 7 and 1 days before the date, at 08:30 in Shanghai: told once, never late, and only as long as it is wanted. */
import { dueReminder, nextReminderAt } from '../../../cloudfunctions/legal/limitation/reminder-times'
import { dayWords, plusDays } from '../../../miniprogram/shared/local-days'
import { instant } from '../../../miniprogram/shared/time'
import type { Limitation } from '../../../typings/api/legal'
import type { Task } from '../../../typings/documents'
import { limitations } from '../legal/limitations'
import type { World } from '../world'
import { ok, startWorld } from '../world'
import { allow, inbox, MINUTE, sentTo, tick } from './ticking'

describe('the times', () => {
  const deadline = '2027-03-10'
  const at = (days: number) => instant(plusDays(deadline, -days), '08:30')

  test('come one after the other', () => {
    expect(nextReminderAt(deadline, at(200))).toBe(at(90))
    expect(nextReminderAt(deadline, at(90) - 1)).toBe(at(90))
    expect(nextReminderAt(deadline, at(90))).toBe(at(30))
    expect(nextReminderAt(deadline, at(30))).toBe(at(7))
    expect(nextReminderAt(deadline, at(7))).toBe(at(1))
    expect(nextReminderAt(deadline, at(1))).toBeUndefined()
  })

  test('of those that were missed only the last is due, and none from before it was saved', () => {
    expect(dueReminder(deadline, at(200), at(90))).toEqual({ days: 90, at: at(90) })
    expect(dueReminder(deadline, at(200), at(5))).toEqual({ days: 7, at: at(7) })
    expect(dueReminder(deadline, at(90), at(31))).toBeUndefined()
    expect(dueReminder(deadline, at(200), at(91))).toBeUndefined()
  })
})

describe('the timer', () => {
  let world: World
  let l: ReturnType<typeof limitations>
  beforeAll(async () => {
    world = await startWorld({ instances: 2 })
    l = limitations(world)
  })
  afterAll(() => world.cloud.stop())
  beforeEach(() => world.cloud.clock.set(world.now))

  const at = (card: Limitation, days: number, clock = '08:30') =>
    instant(plusDays(card.deadline ?? '', -days), clock)
  async function tickAt(time: number) {
    await world.cloud.clock.set(time)
    await tick(world)
  }
  const told = async (openid: string) => (await inbox(world, openid, 'LIMIT')).map(({ body }) => body)
  const task = async ({ limitId }: Limitation) =>
    (await world.cloud.find<Task>('tasks', { _id: `LIMIT:${limitId}` }))[0]

  test('all four are told, each once, with the message that was allowed', async () => {
    const anna = await l.someone()
    await allow(world, anna, 'T_LIMIT', 1)
    const card = await l.saved(anna)
    await tickAt(world.now + 2 * MINUTE)
    expect(await told(anna)).toEqual([])
    expect((await task(card))?.dueAt).toBe(at(card, 90))
    for (const days of [90, 30, 7, 1]) {
      await tickAt(at(card, days) - 1000)
      await tickAt(at(card, days) + 1000)
      await tickAt(at(card, days) + MINUTE)
    }
    const bodies = await told(anna)
    expect(bodies.map(body => /还有(\d+)天/.exec(body)?.[1]).sort()).toEqual(['1', '30', '7', '90'])
    expect(bodies.every(body => body.endsWith('仅作提醒，不替代法律意见。'))).toBe(true)
    expect(await sentTo(world, anna)).toHaveLength(1)
    const [notice] = await inbox(world, anna, 'LIMIT')
    expect(notice?.page).toBe(`/packages/legal/pages/limitation/limitation?id=${card.limitId}`)
    expect((await task(card))?.dueAt).toBe(0)
  })

  test('what was past when it was saved is never told', async () => {
    const anna = await l.someone()
    const card = await l.saved(anna, { keyDate: l.ago(340) })
    await tickAt(world.now + 2 * MINUTE)
    expect(await told(anna)).toEqual([])
    await tickAt(at(card, 7) + 1000)
    expect(await told(anna)).toHaveLength(1)
    const over = await l.saved(anna, { keyDate: l.ago(800) })
    await tickAt(at(card, 7) + 5 * MINUTE)
    expect(await told(anna)).toHaveLength(1)
    expect((await task(over))?.dueAt).toBe(0)
  })

  test('saved in the morning of the day, it is told of; saved after half past eight, it is not', async () => {
    const [anna, bert] = [await l.someone(), await l.someone()]
    const day = (fields: object) => ({ keyDate: l.ago(275), ...fields })
    const probe = await l.saved(anna, day({ remind: false }))
    const morning = at(probe, 90)
    await world.cloud.clock.set(morning - 20_000)
    ok(await l.save(anna, day({ limitId: probe.limitId, rev: probe.rev, remind: true })))
    await world.cloud.clock.set(morning + 20_000)
    await l.saved(bert, day({}))
    await tickAt(morning + 2 * MINUTE)
    expect(await told(anna)).toHaveLength(1)
    expect(await told(bert)).toEqual([])
  })

  test('nobody is told who stopped it, or removed the card', async () => {
    const [anna, bert] = [await l.someone(), await l.someone()]
    const [stopped, removed] = [await l.saved(anna), await l.saved(bert)]
    ok(await l.save(anna, { limitId: stopped.limitId, rev: stopped.rev, remind: false }))
    ok(await world.legal(bert, 'limitRemove', { limitId: removed.limitId }))
    await tickAt(at(stopped, 90) + 1000)
    expect([...(await told(anna)), ...(await told(bert))]).toEqual([])
    const { rev } = ok(await l.save(anna, { limitId: stopped.limitId, rev: 2, remind: true }))
    expect(rev).toBe(3)
    await tickAt(at(stopped, 90) + 5 * MINUTE)
    expect(await told(anna)).toEqual([])
    await tickAt(at(stopped, 30) + 1000)
    expect(await told(anna)).toHaveLength(1)
  })

  test('a date that a lawyer moved is told of by its new days', async () => {
    const { worker, lawyer, limitId, eventId } = await l.advised('CLEARED')
    const [card] = await l.mine(worker)
    if (!card) throw new Error('a card was saved')
    await tickAt(at(card, 90) + 1000)
    expect(await told(worker)).toHaveLength(1)
    const moved = ok(await l.decide(lawyer, limitId, eventId, true))
    await tickAt(at(card, 30) + 1000)
    expect(await told(worker)).toHaveLength(1)
    await tickAt(at(moved, 90) + 1000)
    expect(await told(worker)).toContainEqual(
      expect.stringContaining(`${dayWords(moved.deadline ?? '')}还有90天`),
    )
  })

  test('a timer that slept tells the true number of days, once, and nothing when the date is over', async () => {
    const [anna, bert] = [await l.someone(), await l.someone()]
    const [card] = [await l.saved(anna), await l.saved(bert, { keyDate: l.ago(130) })]
    await tickAt(at(card, 5, '14:00'))
    expect(await told(anna)).toEqual([expect.stringContaining('还有5天')])
    expect(await told(bert)).toEqual([])
  })

  test('a card that never came to be is looked for once', async () => {
    await world.add('tasks', [
      {
        _id: 'LIMIT:lm_none',
        kind: 'LIMIT',
        refId: 'lm_none',
        dueAt: world.now,
        setBy: '',
        cursor: '',
        text: '',
        tries: 0,
      },
    ])
    await tick(world)
    expect((await world.cloud.find<Task>('tasks', { _id: 'LIMIT:lm_none' }))[0]?.dueAt).toBe(0)
  })
})
