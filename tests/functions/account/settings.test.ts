import type { Setting } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'
import { makeAdmin } from './admins'

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
  await makeAdmin(world, 'jiang')
  await makeAdmin(world, 'bai')
})
afterAll(() => world.cloud.stop())

const save = (openid: string, key: string, value: number, rev: number) =>
  world.account(openid, 'settingSave', { key, value, rev })

test('every setting is listed with its words, its range and what it is now', async () => {
  const { settings } = ok(await world.account('jiang', 'settings', {}))
  expect(settings).toHaveLength(13)
  expect(settings).toContainEqual({
    key: 'wait.offerMin',
    label: '候补确认时限',
    unit: '分钟',
    value: 120,
    preset: 120,
    min: 15,
    max: 1440,
    rev: 0,
  })
})

test('what one administrator saved the other sees; who saw something older is told so', async () => {
  expect(ok(await save('jiang', 'wait.offerMin', 60, 0))).toMatchObject({ value: 60, rev: 1 })
  expect(ok(await save('bai', 'wait.offerMin', 90, 1))).toMatchObject({ value: 90, rev: 2 })
  expect(codeOf(await save('jiang', 'wait.offerMin', 30, 1))).toBe('STALE_REV')
  expect(codeOf(await save('jiang', 'wait.offerMin', 30, 0))).toBe('STALE_REV')
  const { settings } = ok(await world.account('jiang', 'settings', {}))
  expect(settings.find(({ key }) => key === 'wait.offerMin')).toMatchObject({ value: 90, rev: 2 })
})

test('a second tap saves once', async () => {
  const both = await Promise.all([save('jiang', 'strike.limit', 6, 0), save('jiang', 'strike.limit', 6, 0)])
  expect(both.map(reply => ok(reply).rev)).toEqual([1, 1])
  const [stored] = await world.cloud.find<Setting>('settings', { _id: 'strike.limit' })
  expect(stored).toMatchObject({ value: 6, rev: 1 })
})

test.each([
  ['strike.limit', 0],
  ['strike.limit', 21],
  ['activity.dayLimit', 6],
])('%s cannot be %i', async (key, value) => {
  expect(codeOf(await save('jiang', key, value, 0))).toBe('SETTING_RANGE')
})

test('the ends of a range are inside it', async () => {
  expect(codeOf(await save('jiang', 'code.windowSec', 15, 0))).toBe('OK')
  expect(codeOf(await save('jiang', 'code.windowSec', 60, 1))).toBe('OK')
})

test('a key that is none, and half a number, are INVALID_INPUT', async () => {
  expect(codeOf(await save('jiang', 'toString', 1, 0))).toBe('INVALID_INPUT')
  expect(codeOf(await save('jiang', 'strike.limit', 1.5, 0))).toBe('INVALID_INPUT')
})

test('saving a setting leaves its key in the audit log', async () => {
  const rows = await world.cloud.find('audit_pending', {
    action: 'account.settingSave',
    refId: 'code.windowSec',
  })
  expect(rows).toHaveLength(2)
})
