import { phoneHash } from '../../../cloudfunctions/_kit/crypto'
import type { RoleGrant } from '../../../typings/api/account'
import type { Grant, Notice } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, personId, secrets, startWorld } from '../world'
import { dayIn, makeAdmin } from './admins'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  for (const openid of ['jiang', 'bai', 'lan']) await makeAdmin(world, openid)
})
afterAll(() => world.cloud.stop())

let people = 0
async function someone() {
  const openid = `clerk-${++people}`
  await world.people([openid])
  return openid
}
const wish = (openid: string, fields: Partial<RoleGrant> = {}): RoleGrant => ({
  personId: personId(openid),
  role: 'STAFF',
  orgId: 'org_S2',
  caps: ['EDIT', 'ROLL'],
  untilDate: dayIn(world, 100),
  ...fields,
})
const give = (by: string, grant: RoleGrant) => world.account(by, 'roleGrant', grant)
const confirm = (by: string, grantId: string, agree = true) =>
  world.account(by, 'roleConfirm', { grantId, agree })
const revoke = (by: string, grantId: string, reason = '岗位调整') =>
  world.account(by, 'roleRevoke', { grantId, reason })
const stored = async (id: string) => (await world.cloud.find<Grant>('grants', { _id: id }))[0]
const notices = async (openid: string) =>
  (await world.cloud.find<Notice>('notices', { personId: personId(openid) })).map(({ body }) => body)
const mayEdit = async (openid: string) => codeOf(await world.activities(openid, 'manageList', {}))

describe('finding a person', () => {
  test('nobody leafs through numbers: twenty searches a minute', async () => {
    await world.grant('leafing', [], 'org_R', { role: 'ADMIN' })
    const search = (n: number) =>
      world.account('leafing', 'personFind', { phone: `1391234${String(n).padStart(4, '0')}` })
    const replies = await Promise.all(Array.from({ length: 25 }, (_, n) => search(9000 + n)))
    expect(replies.map(codeOf).filter(code => code === 'NOT_FOUND')).toHaveLength(20)
    expect(replies.map(codeOf).filter(code => code === 'RATE_LIMITED')).toHaveLength(5)
    expect(await world.cloud.count('audit_pending', { actorId: personId('leafing') })).toBe(20)
    await world.cloud.db
      .collection('grants')
      .where({ personId: personId('leafing') })
      .remove()
  })

  test('wants the whole number and answers a masked one', async () => {
    const phone = '13912340001'
    await world.people(['found'], { phoneHash: phoneHash(phone, secrets), orgName: '环卫一队工会' })
    expect(ok(await world.account('jiang', 'personFind', { phone }))).toEqual({
      personId: personId('found'),
      name: '测**',
      phone: '138****0000',
      orgName: '环卫一队工会',
    })
    expect(codeOf(await world.account('jiang', 'personFind', { phone: '1391234' }))).toBe('NOT_FOUND')
    expect(codeOf(await world.account('jiang', 'personFind', { phone: '139*' }))).toBe('INVALID_INPUT')
  })

  test('leaves who was looked for in the audit log, and not their number', async () => {
    const phone = '13912340002'
    await world.account('jiang', 'personFind', { phone })
    const rows = await world.cloud.find('audit_pending', { refId: phoneHash(phone, secrets) })
    expect(rows).toMatchObject([{ action: 'account.personFind', actorId: personId('jiang') }])
    expect(JSON.stringify(await world.cloud.find('audit_pending'))).not.toContain(phone)
  })
})

describe('giving', () => {
  test('works at once where one administrator is enough, and the person is told', async () => {
    const sun = await someone()
    expect(await mayEdit(sun)).toBe('NO_PERMISSION')
    expect(ok(await give('jiang', wish(sun)))).toMatchObject({
      grantId: `gr_${personId(sun)}_STAFF_org_S2`,
      name: '测**',
      phone: '138****0000',
      orgName: '和顺街道总工会',
      state: 'ACTIVE',
      expired: false,
      mine: true,
    })
    expect(ok(await world.account(sun, 'boot', {})).roles).toMatchObject([
      { orgId: 'org_S2', caps: ['EDIT', 'ROLL'] },
    ])
    expect(await notices(sun)).toEqual([
      expect.stringContaining('您获得了“和顺街道总工会”的工会干部授权（活动编辑、现场签到），有效期至'),
    ])
  })

  test('twice by the same administrator is one grant and one notice; by another it exists', async () => {
    const sun = await someone()
    const both = await Promise.all([give('jiang', wish(sun)), give('jiang', wish(sun))])
    expect(both.map(codeOf)).toEqual(['OK', 'OK'])
    expect(await notices(sun)).toHaveLength(1)
    expect(codeOf(await give('bai', wish(sun)))).toBe('GRANT_EXISTS')
    expect(codeOf(await give('jiang', wish(sun, { caps: ['EDIT'] })))).toBe('GRANT_EXISTS')
  })

  test('anew what was ended or is over by its date', async () => {
    const sun = await someone()
    const { grantId } = ok(await give('jiang', wish(sun)))
    ok(await revoke('bai', grantId))
    expect(ok(await give('jiang', wish(sun, { caps: ['CARE'] })))).toMatchObject({
      state: 'ACTIVE',
      caps: ['CARE'],
      reason: '',
    })
    await world.cloud.db
      .collection('grants')
      .doc(grantId)
      .update({ untilDate: dayIn(world, -1) })
    expect(ok(await give('bai', wish(sun))).caps).toEqual(['EDIT', 'ROLL'])
    expect(await notices(sun)).toHaveLength(4)
  })

  test.each<[string, Partial<RoleGrant>]>([
    ['money', { caps: ['EDIT', 'FINANCE'] }],
    ['approvals', { caps: ['APPROVE'] }],
    ['administration', { role: 'ADMIN', caps: [], orgId: 'org_R' }],
  ])('%s waits for a second administrator and works from then on', async (_name, fields) => {
    const sun = await someone()
    const { grantId, state } = ok(await give('jiang', wish(sun, fields)))
    expect(state).toBe('PENDING')
    expect(ok(await world.account(sun, 'boot', {})).roles).toEqual([])
    expect(await notices(sun)).toEqual([])
    expect(codeOf(await confirm('jiang', grantId))).toBe('SELF_REVIEW')
    expect(ok(await confirm('bai', grantId))).toMatchObject({ state: 'ACTIVE', mine: false })
    expect(await stored(grantId)).toMatchObject({ byId: personId('jiang'), confirmedBy: personId('bai') })
    expect(await notices(sun)).toHaveLength(1)
  })

  test.each<[string, Partial<RoleGrant>, string, string]>([
    ['capabilities', { caps: [] }, 'INVALID_INPUT', 'caps'],
    ['a date to come', { untilDate: '2020-01-01' }, 'INVALID_INPUT', 'untilDate'],
    ['a date of the calendar', { untilDate: '2026-02-30' }, 'INVALID_INPUT', 'untilDate'],
    ['a place at the root for an administrator', { role: 'ADMIN', caps: [] }, 'INVALID_INPUT', 'orgId'],
    ['an organisation', { orgId: 'org_nowhere' }, 'NOT_FOUND', ''],
  ])('without %s is refused', async (_name, fields, code, field) => {
    const reply = await give('jiang', wish(await someone(), fields))
    expect(reply).toMatchObject({ code, ...(field && { detail: { field } }) })
  })

  test('oneself, somebody unknown, or in a closed organisation is refused', async () => {
    expect(codeOf(await give('jiang', wish('jiang')))).toBe('SELF_REVIEW')
    expect(codeOf(await give('jiang', wish('nobody-registered')))).toBe('NOT_FOUND')
    await world.cloud.db.collection('orgs').doc('org_U1').update({ open: false })
    expect(codeOf(await give('jiang', wish(await someone(), { orgId: 'org_U1' })))).toBe('STATE_CHANGED')
  })
})

describe('the second administrator', () => {
  const pending = async () => ok(await give('jiang', wish(await someone(), { caps: ['FINANCE'] }))).grantId

  test('answers once; the same answer again is the same, another one comes too late', async () => {
    const grantId = await pending()
    const both = await Promise.all([confirm('bai', grantId), confirm('bai', grantId)])
    expect(both.map(codeOf)).toEqual(['OK', 'OK'])
    expect(codeOf(await confirm('bai', grantId, false))).toBe('STATE_CHANGED')
    expect(codeOf(await confirm('lan', grantId))).toBe('STATE_CHANGED')
  })

  test('refuses: nothing was ever held, nobody is told, and it may be given again', async () => {
    const grantId = await pending()
    expect(ok(await confirm('bai', grantId, false)).state).toBe('ENDED')
    expect(ok(await confirm('bai', grantId, false)).state).toBe('ENDED')
    const grant = await stored(grantId)
    expect(await world.cloud.find('notices', { personId: grant?.personId })).toEqual([])
    const anew = { ...wish(''), personId: grant?.personId ?? '', caps: ['FINANCE' as const] }
    expect(ok(await give('bai', anew)).state).toBe('PENDING')
    expect(codeOf(await confirm('jiang', grantId))).toBe('OK')
  })

  test('cannot be the one it is for, nor confirm what is over or is not there', async () => {
    const { grantId } = ok(await give('jiang', wish('bai', { role: 'STAFF', caps: ['APPROVE'] })))
    expect(codeOf(await confirm('bai', grantId))).toBe('SELF_REVIEW')
    await world.cloud.db
      .collection('grants')
      .doc(grantId)
      .update({ untilDate: dayIn(world, -1) })
    expect(codeOf(await confirm('lan', grantId))).toBe('STATE_CHANGED')
    expect(codeOf(await confirm('lan', 'gr_nothing'))).toBe('NOT_FOUND')
  })

  test('and a third who answers otherwise at the same moment: one of them is told to look again', async () => {
    const grantId = await pending()
    const codes = await Promise.all([confirm('bai', grantId), confirm('lan', grantId, false)])
    expect(codes.map(codeOf).sort()).toEqual(['OK', 'STATE_CHANGED'])
  })
})

describe('ending', () => {
  test('wants a reason, and the person is told it', async () => {
    const sun = await someone()
    const { grantId } = ok(await give('jiang', wish(sun)))
    expect(codeOf(await revoke('bai', grantId, ' '))).toBe('REASON_REQUIRED')
    expect(ok(await revoke('bai', grantId))).toMatchObject({ state: 'ENDED', reason: '岗位调整' })
    expect(ok(await revoke('bai', grantId)).state).toBe('ENDED')
    expect(codeOf(await revoke('jiang', grantId))).toBe('STATE_CHANGED')
    expect(codeOf(await revoke('jiang', 'gr_nothing'))).toBe('NOT_FOUND')
    expect(await notices(sun)).toContainEqual(
      '账号通知：您在“和顺街道总工会”的工会干部授权已结束，原因：岗位调整。如非本人操作请立即联系区总工会。',
    )
    await world.cloud.clock.advance(6000)
    expect(await mayEdit(sun)).toBe('NO_PERMISSION')
  })

  test('what still waits is taken back without a word to anybody', async () => {
    const sun = await someone()
    const { grantId } = ok(await give('jiang', wish(sun, { caps: ['FINANCE'] })))
    expect(ok(await revoke('jiang', grantId)).state).toBe('ENDED')
    expect(await notices(sun)).toEqual([])
  })
})

test('the list pages, newest change first, by organisation or person', async () => {
  const [sun] = [await someone()]
  await Promise.all(
    Array.from({ length: 23 }, async (_, i) => {
      const openid = await someone()
      await world.grant(openid, ['CARE'], 'org_U3', { updatedAt: world.now + (i % 3) })
    }),
  )
  await world.grant(sun, ['CASE'], 'org_U3', { untilDate: dayIn(world, -1), updatedAt: world.now - 1 })
  const first = ok(await world.account('jiang', 'roleList', { orgId: 'org_U3' }))
  const second = ok(await world.account('jiang', 'roleList', { orgId: 'org_U3', cursor: first.next }))
  expect([first.items.length, second.items.length, second.next]).toEqual([20, 4, undefined])
  const ids = [...first.items, ...second.items].map(({ grantId }) => grantId)
  expect(new Set(ids).size).toBe(24)
  expect(second.items.at(-1)).toMatchObject({ name: '测**', expired: true, mine: false, reason: '' })
  const { items } = ok(await world.account('jiang', 'roleList', { personId: personId(sun) }))
  expect(items).toMatchObject([{ orgId: 'org_U3', caps: ['CASE'] }])
})
