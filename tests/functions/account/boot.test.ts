import { agreements } from '../../../miniprogram/shared/agreements'
import type { World } from '../world'
import { ok, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  const org = (id: string, kind: string, short: string) => ({
    _id: id,
    kind,
    short,
    name: `${short}总工会`,
    path: `/${id}/`,
  })
  await world.add('orgs', [org('org_S1', 'STREET', '青槐街道'), org('org_R', 'DISTRICT', '明城区')])
  await world.people(['anna'], { status: 'MEMBER', orgName: '环卫一队工会', memberNo: '2022000107' })
})
afterAll(() => world.cloud.stop())

test('a guest is told the texts in force, the streets and the hotline, and nothing is stored', async () => {
  expect(ok(await world.account('a-guest', 'boot', {}))).toEqual({
    agreements: { PROFILE: agreements.PROFILE.version, PHONE: agreements.PHONE.version },
    streets: [{ orgId: 'org_S1', name: '青槐街道' }],
    hotline: '12351',
  })
})

test('a member sees themselves, masked', async () => {
  expect(ok(await world.account('anna', 'boot', {})).me).toMatchObject({
    name: '测**',
    phone: '138****0000',
    status: 'MEMBER',
    orgName: '环卫一队工会',
    memberNo: '2022000107',
  })
})

test('a call without WeChat identity is refused', async () => {
  expect(await world.account(undefined, 'boot', {})).toMatchObject({ ok: false, code: 'NO_PERMISSION' })
})
