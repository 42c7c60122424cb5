import { agreements } from '../../../miniprogram/shared/agreements'
import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import { noticeOf } from '../../../cloudfunctions/_kit/notices'
import type { World } from '../world'
import { ok, personId, startWorld } from '../world'
import { dayIn, makeAdmin } from './admins'

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
  await world.orgs()
  await world.people(['anna'], { status: 'MEMBER', orgName: '环卫一队工会', memberNo: '2022000107' })
})
afterAll(() => world.cloud.stop())

const boot = async (openid: string) => ok(await world.account(openid, 'boot', {}))
const calls = async () => (await world.cloud.stats.read()).calls['account.boot']?.databaseCalls

test('a guest is told the texts in force, the streets and the hotline, and nothing is stored', async () => {
  expect(await boot('a-guest')).toEqual({
    agreements: {
      PROFILE: agreements.PROFILE.version,
      PHONE: agreements.PHONE.version,
      LEGAL_SENSITIVE: agreements.LEGAL_SENSITIVE.version,
    },
    streets: [
      { orgId: 'org_S1', name: '青槐街道' },
      { orgId: 'org_S2', name: '和顺街道' },
      { orgId: 'org_S3', name: '金桥街道' },
    ],
    hotline: '12351',
    roles: [],
    unread: 0,
    needsAdmin: true,
  })
  expect(await world.cloud.count('persons')).toBe(1)
})

test('a member sees themselves, masked', async () => {
  expect((await boot('anna')).me).toMatchObject({
    name: '测**',
    phone: '138****0000',
    status: 'MEMBER',
    orgName: '环卫一队工会',
    memberNo: '2022000107',
  })
})

test('whoever works for the union sees what they may do today, and nothing that is over, waits or was ended', async () => {
  await world.people(['sun'])
  await world.grant('sun', ['EDIT', 'ROLL'], 'org_S2')
  await world.grant('sun', ['CARE'], 'org_S1', { untilDate: dayIn(world, -1) })
  await world.grant('sun', ['APPROVE'], 'org_S3', { state: 'PENDING' })
  await world.grant('sun', ['REPORT'], 'org_R', { state: 'ENDED' })
  expect((await boot('sun')).roles).toEqual([
    {
      role: 'STAFF',
      orgId: 'org_S2',
      orgName: '和顺街道总工会',
      caps: ['EDIT', 'ROLL'],
      untilDate: dayIn(world, 300),
    },
  ])
})

test('a grant holds on its last day and not on the next', async () => {
  await world.people(['today'])
  await world.grant('today', ['EDIT'], 'org_S2', { untilDate: dayIn(world, 0) })
  expect((await boot('today')).roles).toHaveLength(1)
  await world.cloud.clock.advance(24 * 3600_000)
  expect((await boot('today')).roles).toEqual([])
  await world.cloud.clock.set(world.now)
})

test('what is unread is counted, each person their own', async () => {
  await world.people(['reader'])
  const notice = (openid: string, ref: string, readAt: number) => ({
    ...noticeOf(
      {
        personId: personId(openid),
        trigger: 'GRANT',
        ref,
        text: noticeTexts.GRANT({ change: '' }),
        page: '',
      },
      world.now,
    ),
    readAt,
  })
  await world.add('notices', [notice('reader', '1', 0), notice('reader', '2', 0), notice('reader', '3', 5)])
  await world.add('notices', [notice('anna', '1', 0)])
  expect((await boot('reader')).unread).toBe(2)
})

test('the way in for the first administrators is shown until there were two; then the instance asks no more', async () => {
  expect((await boot('anna')).needsAdmin).toBe(true)
  await makeAdmin(world, 'jiang', { state: 'ENDED' })
  expect((await boot('anna')).needsAdmin).toBe(true)
  await makeAdmin(world, 'bai')
  expect((await boot('anna')).needsAdmin).toBe(false)
  await world.cloud.stats.reset()
  await boot('a-guest')
  // who they are, and at most the streets once a minute
  expect(await calls()).toBeLessThanOrEqual(2)
})

test('a call without WeChat identity is refused', async () => {
  expect(await world.account(undefined, 'boot', {})).toMatchObject({ ok: false, code: 'NO_PERMISSION' })
})
