/** Who may call what, action by action: the whole table, asked of the functions. */
import type { AccountApi } from '../../typings/api/account'
import type { ActivityApi } from '../../typings/api/activity'
import type { Reply } from '../../typings/contract'
import type { World } from './world'
import { codeOf, startWorld } from './world'

type Table<Api> = Record<keyof Api, { who: 'guest' | 'worker'; input: object }>

const sessionId = 'se_01TEST00000000000000009999'
const account: Table<AccountApi> = {
  boot: { who: 'guest', input: {} },
  register: { who: 'guest', input: { name: '林小禾', phoneCode: 'code', employment: 'RIDER', consents: [] } },
  resolveScene: { who: 'guest', input: { scene: 'a' } },
}
const activity: Table<ActivityApi> = {
  list: { who: 'guest', input: {} },
  detail: { who: 'guest', input: { activityId: 'ac_01TEST00000000000000009999' } },
  signUp: { who: 'worker', input: { sessionId, rulesVersion: 1 } },
  cancel: { who: 'worker', input: { sessionId } },
  mine: { who: 'worker', input: { tab: 'UPCOMING' } },
  ticket: { who: 'worker', input: { sessionId } },
}
const table = Object.entries({ account, activity }).flatMap(([name, actions]) =>
  Object.entries(actions).map(([action, { who, input }]) => [name, action, who, input] as const),
)

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
  await world.people(['anna'])
  await world.people(['without-consent'], { consents: {} })
})
afterAll(() => world.cloud.stop())

test.each(table)('%s.%s is for a %s', async (name, action, who, input) => {
  const ask = async (openid: string | undefined) =>
    codeOf(await world.cloud.call<Reply<unknown>>(name, openid, { action, input }))
  const closed = ['NO_PERMISSION', 'NEED_REGISTER']
  expect(await ask(undefined)).toBe('NO_PERMISSION')
  expect(closed).not.toContain(await ask('anna'))
  if (who === 'guest') expect(closed).not.toContain(await ask('a-guest'))
  else {
    expect(await ask('a-guest')).toBe('NEED_REGISTER')
    expect(await ask('without-consent')).toBe('NEED_CONSENT')
  }
})
