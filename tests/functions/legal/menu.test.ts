import type { ServiceInput } from '../../../typings/api/legal'
import { booking, legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'

let world: World
let legal: ReturnType<typeof legalFixture>
beforeEach(async () => {
  world = await startWorld({ instances: 1 })
  legal = legalFixture(world)
  await world.orgs()
  await world.grant('he', ['CASE'])
})
afterEach(() => world.cloud.stop())

const wish = (fields: Partial<ServiceInput> = {}): ServiceInput => ({
  key: 'wages',
  name: '拖欠工资',
  intro: '欠薪怎么讨',
  modes: ['PHONE'],
  minutes: 30,
  claimTypes: ['WAGES'],
  needsOpponent: true,
  open: true,
  order: 1,
  rev: 0,
  ...fields,
})
const save = (input: ServiceInput, openid = 'he') => world.legal(openid, 'menuSave', input)

describe('the menu', () => {
  test('a guest sees services in their order, active lawyers by surname, and how much is free in each way', async () => {
    await legal.service('second', { order: 2 })
    await legal.service()
    const services = ['ls_labour']
    const ye = await legal.lawyer('ye', { services })
    const off = await legal.lawyer('off', { services, active: false })
    const idle = await legal.lawyer('idle', { services: [] })
    const ten = tenOclock(world, 1)
    await legal.slots(ye, [ten, ten + 3_600_000])
    await legal.slots(ye, [ten + 7_200_000], { modes: ['SITE'] })
    await legal.slots(ye, [tenOclock(world, 20)])
    await legal.slots(off, [ten])
    await legal.slots(idle, [ten])
    const menu = ok(await world.legal('guest', 'menu', {}))
    expect(menu.services.map(({ serviceId }) => serviceId)).toEqual(['ls_labour', 'ls_second'])
    expect(menu.lawyers.map(({ lawyerId }) => lawyerId).sort()).toEqual([ye, idle].sort())
    expect(menu.lawyers[0]).toMatchObject({ name: '叶律师', firm: '明理演示所' })
    expect(menu.free).toEqual({ PHONE: 2, SITE: 1, TEXT: 2 })
    expect(menu.next).toBeUndefined()
    expect(JSON.stringify(menu)).not.toMatch(/licence|firmHash/)
  })

  test('a worker sees the appointment that comes next', async () => {
    await legal.service()
    await legal.workers('anna')
    const ye = await legal.lawyer('ye', { services: ['ls_labour'] })
    const [slotId = ''] = await legal.slots(ye, [tenOclock(world, 1)])
    const { appointmentId } = ok(await world.legal('anna', 'book', booking(slotId)))
    expect(ok(await world.legal('anna', 'menu', {})).next).toMatchObject({ appointmentId, lawyer: '叶律师' })
    ok(await world.legal('anna', 'cancel', { appointmentId }))
    expect(ok(await world.legal('anna', 'menu', {})).next).toBeUndefined()
  })
})

describe('staff save a line of the menu', () => {
  test('a new one, then a change of it; a second tap answers the same', async () => {
    expect(ok(await save(wish()))).toMatchObject({ serviceId: 'ls_wages', rev: 1 })
    expect(ok(await save(wish()))).toMatchObject({ rev: 1 })
    const closed = wish({ open: false, rev: 1 })
    expect(ok(await save(closed))).toMatchObject({ open: false, rev: 2 })
    expect(ok(await save(closed)).rev).toBe(2)
    expect(ok(await world.legal('guest', 'menu', {})).services).toMatchObject([{ open: false, rev: 2 }])
  })

  test('STALE_REV: another one has changed it', async () => {
    ok(await save(wish()))
    expect(codeOf(await save(wish({ name: '欠薪' })))).toBe('STALE_REV')
    ok(await save(wish({ name: '欠薪', rev: 1 })))
    expect(codeOf(await save(wish({ name: '工资', rev: 1 })))).toBe('STALE_REV')
  })

  test('OUT_OF_SCOPE: the menu is everybody’s, a street does not write it; NO_PERMISSION without CASE', async () => {
    await world.grant('street', ['CASE'], 'org_S1')
    await world.grant('edit', ['EDIT'])
    expect(codeOf(await save(wish(), 'street'))).toBe('OUT_OF_SCOPE')
    expect(codeOf(await save(wish(), 'edit'))).toBe('NO_PERMISSION')
  })

  test('CONTENT_RISKY, CONTENT_PENDING: what everybody reads is checked first', async () => {
    const api = 'security.msgSecCheck'
    await world.cloud.script({ api, reply: { result: { suggest: 'risky' } } })
    expect(codeOf(await save(wish()))).toBe('CONTENT_RISKY')
    await world.cloud.script({ api, errCode: -1 })
    expect(codeOf(await save(wish()))).toBe('CONTENT_PENDING')
  })

  test('INVALID_INPUT: no way of giving it, no claim, a length of nothing', async () => {
    for (const fields of [
      { modes: [] },
      { claimTypes: [] },
      { minutes: 0 },
      { modes: ['PHONE', 'PHONE'] as never },
    ])
      expect(codeOf(await save(wish(fields)))).toBe('INVALID_INPUT')
  })
})
