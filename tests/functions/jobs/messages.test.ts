/** Subscription messages: to whom, how often, and when. */
import { noticeOf } from '../../../cloudfunctions/_kit/notices'
import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import type { Notice, TemplateKey } from '../../../typings/documents'
import type { World } from '../world'
import { personId, startWorld } from '../world'
import { allow, HOUR, inbox, left, MINUTE, sentTo, tick, tickLater } from './ticking'

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 4 })
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

const DAY: TemplateKey = 'T_REMIND'
const words = { activity: '消暑讲座', when: '2026年9月18日 10:00', spot: '二层' }
let count = 0

/** Somebody new who was told of a session, at `at`; WAITING for a message unless it is night. */
async function told(at = world.now, refs = ['1'], urgent = false): Promise<string> {
  const openid = `worker-${++count}`
  const text = noticeTexts.REMIND_DAY(words)
  const one = {
    personId: personId(openid),
    trigger: 'REMIND_DAY' as const,
    text,
    page: '/pages/a?b=1',
    urgent,
  }
  await world.add(
    'notices',
    refs.map(ref => noticeOf({ ...one, ref }, at)),
  )
  return openid
}

const results = async (openid: string) => (await inbox(world, openid)).map(({ result }) => result).sort()

test('who allowed a message gets it, with the fields of its template and a way back', async () => {
  const openid = await told()
  await allow(world, openid, DAY, 2)
  await tick(world)
  expect(await sentTo(world, openid)).toMatchObject([
    {
      errCode: 0,
      functionName: 'jobs',
      data: {
        touser: openid,
        template_id: 'T_REMIND',
        page: 'pages/a?b=1',
        data: { thing1: { value: '消暑讲座' }, time2: { value: words.when }, thing3: { value: '二层' } },
      },
    },
  ])
  expect(await left(world, openid, DAY)).toBe(1)
  expect(await inbox(world, openid)).toMatchObject([{ result: 'SENT', dueAt: 0 }])
  await tickLater(world, MINUTE)
  expect(await sentTo(world, openid)).toHaveLength(1)
})

test.each([
  ['nobody was asked', async () => {}],
  ['none is left', (openid: string) => allow(world, openid, DAY, 0)],
  ['another kind was allowed', (openid: string) => allow(world, openid, 'T_WAIT', 3)],
  ['messages were switched off', (openid: string) => allow(world, openid, DAY, 3, { banned: true })],
])('when %s, the inbox has it and nothing is sent', async (_, arrange) => {
  const openid = await told()
  await arrange(openid)
  await tick(world)
  expect(await sentTo(world, openid)).toEqual([])
  expect(await inbox(world, openid)).toMatchObject([{ result: 'INBOX', dueAt: 0, readAt: 0 }])
})

test('as many messages are sent as were allowed', async () => {
  const openid = await told(world.now, ['1', '2', '3', '4', '5'])
  await allow(world, openid, DAY, 2)
  await tick(world)
  expect(await sentTo(world, openid)).toHaveLength(2)
  expect(await results(openid)).toEqual(['INBOX', 'INBOX', 'INBOX', 'SENT', 'SENT'])
  expect(await left(world, openid, DAY)).toBe(0)
})

test('who refuses messages is believed: nothing is left of what they allowed', async () => {
  const openid = await told(world.now, ['1', '2'])
  await allow(world, openid, DAY, 5)
  await world.cloud.script({ api: 'subscribeMessage.send', errCode: 43101 })
  await tick(world)
  expect(await results(openid)).toEqual(['INBOX', 'REFUSED'])
  expect(await left(world, openid, DAY)).toBe(0)
})

test('what WeChat does not take is tried three times, ever later, and then stays in the inbox', async () => {
  const openid = await told()
  await allow(world, openid, DAY, 1)
  await world.cloud.script({ api: 'subscribeMessage.send', errCode: 45009, times: 3 })
  await tick(world)
  expect(await results(openid)).toEqual(['WAITING'])
  await tickLater(world, MINUTE)
  expect(await sentTo(world, openid)).toHaveLength(1)
  await tickLater(world, MINUTE)
  await tickLater(world, 4 * MINUTE)
  await tickLater(world, 8 * MINUTE)
  expect(await sentTo(world, openid)).toHaveLength(3)
  expect(await results(openid)).toEqual(['INBOX'])
  expect(await left(world, openid, DAY)).toBe(1)
})

test('a try that did better ends it', async () => {
  const openid = await told()
  await allow(world, openid, DAY, 1)
  await world.cloud.script({ api: 'subscribeMessage.send', errCode: 45009 })
  await tick(world)
  await tickLater(world, 2 * MINUTE)
  expect((await sentTo(world, openid)).map(({ errCode }) => errCode)).toEqual([45009, 0])
  expect(await results(openid)).toEqual(['SENT'])
  expect(await left(world, openid, DAY)).toBe(0)
})

test('a message whose answer was lost is not sent again', async () => {
  const openid = await told()
  await allow(world, openid, DAY, 2)
  await world.cloud.script({ api: 'subscribeMessage.send', errCode: -1 })
  await tick(world)
  await tickLater(world, HOUR)
  expect(await sentTo(world, openid)).toHaveLength(1)
  expect(await left(world, openid, DAY)).toBe(1)
})

test('two runs at once send each message once', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => told(world.now, ['1', '2', '3'])))
  for (const openid of people) await allow(world, openid, DAY, 5)
  await Promise.all([tick(world), tick(world), tick(world), tick(world)])
  await tick(world)
  for (const openid of people) {
    expect(await sentTo(world, openid)).toHaveLength(3)
    expect(await left(world, openid, DAY)).toBe(2)
    expect(await results(openid)).toEqual(['SENT', 'SENT', 'SENT'])
  }
})

test('an address that does not open keeps nobody else waiting', async () => {
  const [broken, other] = [await told(), await told()]
  await allow(world, other, DAY, 1)
  await allow(world, broken, DAY, 1, { openid: { kid: 'k1', iv: 'AA', ct: 'AA', tag: 'AA' } })
  await tick(world)
  expect(await sentTo(world, other)).toHaveLength(1)
  await tickLater(world, 10 * MINUTE)
  await tickLater(world, 10 * MINUTE)
  expect(await inbox(world, broken)).toMatchObject([{ result: 'INBOX' }] satisfies Partial<Notice>[])
  expect(await left(world, broken, DAY)).toBe(1)
})

/** The evening of the world's first day: 22:00 in Shanghai. */
const NIGHT = () => world.now + 12 * HOUR

test('at night nobody is woken: the message comes at eight', async () => {
  const openid = await told(NIGHT())
  await allow(world, openid, DAY, 1)
  await world.cloud.clock.set(NIGHT())
  await tick(world)
  await world.cloud.clock.set(NIGHT() + 10 * HOUR - 5000)
  await tick(world)
  expect(await sentTo(world, openid)).toEqual([])
  await world.cloud.clock.set(NIGHT() + 10 * HOUR)
  await tick(world)
  expect(await sentTo(world, openid)).toHaveLength(1)
})

test('what cannot wait comes at night as well', async () => {
  const openid = await told(NIGHT(), ['1'], true)
  await allow(world, openid, DAY, 1)
  await world.cloud.clock.set(NIGHT())
  await tick(world)
  expect(await sentTo(world, openid)).toHaveLength(1)
})

test('what was due by day and is late waits for the morning too', async () => {
  const openid = await told(world.now)
  await allow(world, openid, DAY, 1)
  await world.cloud.clock.set(NIGHT())
  await tick(world)
  expect(await sentTo(world, openid)).toEqual([])
  await world.cloud.clock.set(NIGHT() + 10 * HOUR)
  await tick(world)
  expect(await sentTo(world, openid)).toHaveLength(1)
})

test('five hundred messages go out in one run', async () => {
  const openids = Array.from({ length: 500 }, () => `many-${++count}`)
  const text = noticeTexts.REMIND_DAY(words)
  const one = { trigger: 'REMIND_DAY' as const, ref: '1', text, page: '' }
  await world.add(
    'notices',
    openids.map(openid => noticeOf({ ...one, personId: personId(openid) }, world.now)),
  )
  await Promise.all(openids.map(openid => allow(world, openid, DAY, 1)))
  const before = (await world.cloud.outbox()).length
  await tick(world)
  expect((await world.cloud.outbox()).length - before).toBe(500)
})
