import { localDate } from '../../../miniprogram/shared/time'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { dayIn } from './admins'

const HOUR = 3600_000
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())

let people = 0
async function someone() {
  const openid = `worker-${++people}`
  await world.people([openid])
  return openid
}
const agenda = (openid: string, from: string, to: string, ics?: boolean) =>
  world.account(openid, 'agenda', { from, to, ...(ics !== undefined && { ics }) })
const signUp = async (openid: string, sessionId: string) =>
  ok(await world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 }))

test('what one holds stands in order, with place and number; what another holds does not', async () => {
  const [anna, bert] = [await someone(), await someone()]
  const { sessionIds } = await world.activity({ starts: [72, 26], title: '两场' })
  const [late = '', soon = ''] = sessionIds
  await signUp(bert, soon)
  await signUp(anna, late)
  await signUp(anna, soon)
  const { events, icsText } = ok(await agenda(anna, dayIn(world, 0), dayIn(world, 10)))
  expect(events).toEqual([
    {
      kind: 'ACTIVITY',
      refId: soon,
      title: '两场',
      startAt: world.now + 26 * HOUR,
      endAt: world.now + 27 * HOUR,
      spot: '二层',
      address: '东里6号',
      no: 2,
    },
    expect.objectContaining({ refId: late, no: 1 }),
  ])
  expect(icsText).toBeUndefined()
})

test('both dates are included, days are those of Shanghai', async () => {
  const anna = await someone()
  const { sessionId } = await world.activity({ starts: [50] })
  await signUp(anna, sessionId)
  const day = localDate(world.now + 50 * HOUR)
  const at = (days: number) => localDate(world.now + (50 + 24 * days) * HOUR)
  expect(ok(await agenda(anna, day, day)).events).toHaveLength(1)
  expect(ok(await agenda(anna, at(-5), at(-1))).events).toHaveLength(0)
  expect(ok(await agenda(anna, at(1), at(5))).events).toHaveLength(0)
})

test('a walk of a month is there on each of its days', async () => {
  const anna = await someone()
  const { sessionId } = await world.activity({
    session: { startAt: world.now + HOUR, endAt: world.now + 30 * 24 * HOUR, closeAt: world.now + HOUR },
  })
  await signUp(anna, sessionId)
  await world.cloud.db
    .collection('places')
    .where({ pool: sessionId })
    .options({ multiple: true })
    .update({ startAt: world.now + HOUR, endAt: world.now + 30 * 24 * HOUR })
  const { events } = ok(await agenda(anna, dayIn(world, 15), dayIn(world, 15)))
  expect(events).toMatchObject([{ refId: sessionId, endAt: world.now + 30 * 24 * HOUR }])
})

test('an offer to answer has no number yet, and is gone when its time is over', async () => {
  const anna = await someone()
  const { sessionId } = await world.activity({ places: 1 })
  const offered = (offerUntil: number) =>
    world.cloud.db
      .collection('places')
      .where({ pool: sessionId })
      .update({ holder: personId(anna), nth: 0, rid: 'R', state: 'OFFERED', offerUntil })
  await offered(world.now + 10 * HOUR)
  expect(ok(await agenda(anna, dayIn(world, 0), dayIn(world, 3))).events).toMatchObject([{ no: 0 }])
  await offered(world.now - 1)
  expect(ok(await agenda(anna, dayIn(world, 0), dayIn(world, 3))).events).toEqual([])
})

test.each(['activities', 'sessions'])('what was called off (%s) stands in no agenda', async collection => {
  const anna = await someone()
  const { sessionId, activityId } = await world.activity()
  await signUp(anna, sessionId)
  await world.cloud.db
    .collection(collection)
    .doc(collection === 'sessions' ? sessionId : activityId)
    .update({ state: 'CALLED_OFF' })
  expect(ok(await agenda(anna, dayIn(world, 0), dayIn(world, 3))).events).toEqual([])
})

test('the calendar file has UTC times, an alarm an hour before, and names a holding always the same', async () => {
  const anna = await someone()
  const { sessionId } = await world.activity({ title: '岗位练兵; 决赛', starts: [26] })
  await signUp(anna, sessionId)
  const text = async () => ok(await agenda(anna, dayIn(world, 0), dayIn(world, 3), true)).icsText ?? ''
  const lines = (await text()).split('\r\n')
  const utc = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
  const whole = (at: number) => Math.floor(at / 1000) * 1000
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'SUMMARY:岗位练兵\\; 决赛',
      'LOCATION:二层 东里6号',
      `DTSTART:${utc(whole(world.now + 26 * HOUR))}`,
      `DTEND:${utc(whole(world.now + 27 * HOUR))}`,
      'TRIGGER:-PT1H',
    ]),
  )
  const place = await world.place(`${sessionId}/1`)
  expect(lines.filter(line => line.startsWith('UID:'))).toEqual([`UID:${place?.rid}@gongjia`])
  const uid = async () => /UID:.*/.exec(await text())?.[0]
  expect(await uid()).toBe(await uid())
})

test('an agenda without anything is a calendar without anything', async () => {
  const { events, icsText } = ok(await agenda(await someone(), dayIn(world, 0), dayIn(world, 61), true))
  expect(events).toEqual([])
  expect(icsText).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR/)
})

test('62 days are shown, 63 are too many, and the end comes after the beginning', async () => {
  const anna = await someone()
  expect(codeOf(await agenda(anna, dayIn(world, 0), dayIn(world, 61)))).toBe('OK')
  expect(codeOf(await agenda(anna, dayIn(world, 0), dayIn(world, 62)))).toBe('RANGE_TOO_LONG')
  expect(codeOf(await agenda(anna, dayIn(world, 1), dayIn(world, 0)))).toBe('TIME_ORDER')
  expect(codeOf(await agenda(anna, '2026-02-30', '2026-03-01'))).toBe('INVALID_INPUT')
})
