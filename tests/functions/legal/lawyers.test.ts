import { partyKeys } from '../../../cloudfunctions/legal/gate/party-keys'
import { partyRow } from '../../../cloudfunctions/legal/gate/party-rows'
import { firmHash } from '../../../cloudfunctions/legal/menu/firm-hash'
import type { LawyerInput } from '../../../typings/api/legal'
import type { Appointment, Lawyer, Party, Place, Rota } from '../../../typings/documents'
import { intake, legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { codeOf, ok, personId, secrets, startWorld } from '../world'

let world: World
let legal: ReturnType<typeof legalFixture>
beforeAll(() => {
  process.env['GJ_PEPPER'] = secrets.pepper
  process.env['GJ_KEYS'] = secrets.keys
})
beforeEach(async () => {
  world = await startWorld({ instances: 1 })
  legal = legalFixture(world)
  await world.orgs()
  await world.grant('he', ['CASE'])
  await legal.service()
})
afterEach(() => world.cloud.stop())

const wish = (openid: string, fields: Partial<LawyerInput> = {}): LawyerInput => ({
  personId: personId(openid),
  surname: '叶',
  firm: '北京市明理演示律师事务所',
  licenceNo: '11101202610000042',
  services: ['ls_labour'],
  modes: ['PHONE'],
  active: true,
  rev: 0,
  ...fields,
})
const save = (input: LawyerInput, openid = 'he') => world.legal(openid, 'lawyerSave', input)
const list = async (openid = 'he') => ok(await world.legal(openid, 'lawyerList', {})).lawyers
const stored = async (openid: string) =>
  (await world.cloud.find<Lawyer>('lawyers', { personId: personId(openid) }))[0]

/** Somebody whom an administrator has made a volunteer lawyer, and who has no profile yet. */
async function volunteer(openid: string, orgId = 'org_R') {
  await world.people([openid])
  await world.grant(openid, [], orgId, { _id: `gr_${openid}`, role: 'LAWYER' })
}

test('who holds a grant as lawyer is listed before and after staff have written the profile', async () => {
  await volunteer('ye')
  expect(await list()).toMatchObject([{ personId: personId('ye'), name: '测试员', rev: 0, active: false }])
  const saved = ok(await save(wish('ye')))
  expect(saved).toMatchObject({ lawyerId: `lw_${personId('ye')}`, licence: '0042', rev: 1, active: true })
  expect(await list()).toEqual([saved])
})

test('the licence is sealed, and left out it stays', async () => {
  await volunteer('ye')
  ok(await save(wish('ye')))
  expect(JSON.stringify(await stored('ye'))).not.toContain('1110120261')
  expect(ok(await save(wish('ye', { licenceNo: '', surname: '夜', rev: 1 })))).toMatchObject({
    licence: '0042',
    surname: '夜',
    rev: 2,
  })
})

test('a second tap answers the same; STALE_REV when another one has changed it', async () => {
  await volunteer('ye')
  ok(await save(wish('ye')))
  expect(ok(await save(wish('ye'))).rev).toBe(1)
  expect(codeOf(await save(wish('ye', { firm: '和衡演示所' })))).toBe('STALE_REV')
  expect(codeOf(await save(wish('ye', { licenceNo: '11101202610000043' })))).toBe('STALE_REV')
})

test('NOT_FOUND: no grant as lawyer, no such service; INVALID_INPUT: no licence, a name of letters', async () => {
  await world.people(['anna'])
  await volunteer('ye')
  expect(codeOf(await save(wish('anna')))).toBe('NOT_FOUND')
  expect(codeOf(await save(wish('ye', { services: ['ls_none'] })))).toBe('NOT_FOUND')
  expect(codeOf(await save(wish('ye', { licenceNo: '' })))).toBe('INVALID_INPUT')
  expect(codeOf(await save(wish('ye', { surname: 'Ye' })))).toBe('INVALID_INPUT')
})

test('whose grant has ended is made inactive, and cannot be made active', async () => {
  await volunteer('ye')
  ok(await save(wish('ye')))
  await world.cloud.db.collection('grants').where({ _id: 'gr_ye' }).update({ state: 'ENDED' })
  await world.cloud.clock.advance(6000)
  expect(codeOf(await save(wish('ye', { surname: '夜', rev: 1 })))).toBe('INVALID_INPUT')
  expect(ok(await save(wish('ye', { active: false, rev: 1 })))).toMatchObject({ active: false, rev: 2 })
})

test('a street sees and writes only its own lawyers', async () => {
  await world.grant('street', ['CASE'], 'org_S1')
  await volunteer('ye')
  await volunteer('near', 'org_S1')
  expect(codeOf(await save(wish('ye'), 'street'))).toBe('OUT_OF_SCOPE')
  ok(await save(wish('near'), 'street'))
  expect((await list('street')).map(({ personId }) => personId)).toEqual([personId('near')])
})

test('CONTENT_RISKY, CONTENT_PENDING: what everybody reads is checked first', async () => {
  await volunteer('ye')
  const api = 'security.msgSecCheck'
  await world.cloud.script({ api, reply: { result: { suggest: 'risky' } } })
  expect(codeOf(await save(wish('ye')))).toBe('CONTENT_RISKY')
  await world.cloud.script({ api, errCode: -1 })
  expect(codeOf(await save(wish('ye')))).toBe('CONTENT_PENDING')
})

test('who is made inactive has no free slots any more, and has them again afterwards; what is booked stays', async () => {
  const lawyerId = await legal.lawyer('ye', { services: ['ls_labour'], firm: '明理演示所' })
  await legal.workers('anna')
  const [booked = '', free] = await legal.slots(lawyerId, [tenOclock(world, 1), tenOclock(world, 2)])
  await legal.appointment('anna', booked)
  const states = async () =>
    (await world.cloud.find<Place>('places', { refId: lawyerId }))
      .sort((a, b) => a.startAt - b.startAt)
      .map(({ state }) => state)
  const input = wish('ye', { firm: '明理演示所', modes: ['PHONE', 'TEXT'], licenceNo: '' })
  ok(await save({ ...input, active: false, rev: 1 }))
  expect(await states()).toEqual(['HELD', 'BLOCKED'])
  ok(await save({ ...input, rev: 2 }))
  expect(await states()).toEqual(['HELD', 'FREE'])
  expect(free).toBeDefined()
})

describe('a lawyer goes to another firm', () => {
  const party = (lawyerId: string, firm: string, name: string): Party =>
    partyRow(
      { _id: lawyerId, firmHash: firmHash(firm, secrets) },
      { kind: 'DECLARED', party: { name }, untilDate: '2030-01-01', refId: '' },
    )
  const appointmentOf = async (id: string) =>
    (await world.cloud.find<Appointment>('appointments', { _id: id }))[0]

  test('the same firm spelled otherwise is the same one', () => {
    expect(firmHash('北京市明理（演示）有限公司', secrets)).toBe(firmHash('明理演示', secrets))
  })

  test('whom they act for goes along, and what is booked with them passes the new firm’s gate', async () => {
    const lawyerId = await legal.lawyer('ye', {
      services: ['ls_labour'],
      firmHash: firmHash('甲所', secrets),
    })
    const colleague = await legal.lawyer('gu', { firmHash: firmHash('乙所', secrets) })
    await world.add('parties', [
      party(lawyerId, '甲所', '演示速捷配送有限公司'),
      party(colleague, '乙所', intake.opponents[0]?.name ?? ''),
    ])
    await legal.workers('anna')
    const [slotId = ''] = await legal.slots(lawyerId, [tenOclock(world, 2)])
    const { _id } = await legal.appointment('anna', slotId, { firmHash: firmHash('甲所', secrets) })
    ok(await save(wish('ye', { firm: '乙所', modes: ['PHONE', 'TEXT'], licenceNo: '', rev: 1 })))
    const own = await world.cloud.find<Party>('parties', { declarerId: lawyerId })
    expect(own.map(row => row.firmHash)).toEqual([firmHash('乙所', secrets)])
    expect(await appointmentOf(_id)).toMatchObject({
      state: 'CONFLICTED',
      firmHash: firmHash('乙所', secrets),
    })
  })

  test('what a colleague there has taken on against whom they act for, the colleague reads no more', async () => {
    const lawyerId = await legal.lawyer('ye', {
      services: ['ls_labour'],
      firmHash: firmHash('甲所', secrets),
    })
    const colleague = await legal.lawyer('gu', { firmHash: firmHash('乙所', secrets) })
    const name = '演示速捷配送有限公司'
    await world.add('parties', [party(lawyerId, '甲所', name)])
    await legal.workers('anna')
    const [slotId = ''] = await legal.slots(colleague, [tenOclock(world, 2)])
    const { _id } = await legal.appointment('anna', slotId, {
      state: 'CLEARED',
      opponentHashes: partyKeys({ name }, secrets).proof,
    })
    ok(await save(wish('ye', { licenceNo: '', rev: 1 })))
    expect(await appointmentOf(_id)).toMatchObject({ state: 'CLEARED' })
    ok(await save(wish('ye', { firm: '乙所', licenceNo: '', rev: 2 })))
    expect(await appointmentOf(_id)).toMatchObject({ state: 'CONFLICTED' })
  })

  test('cut off after the profile was written, the timer follows', async () => {
    const lawyerId = await legal.lawyer('ye', {
      services: ['ls_labour'],
      firmHash: firmHash('甲所', secrets),
    })
    await world.add('parties', [party(lawyerId, '甲所', '演示速捷配送有限公司')])
    await world.cloud.db
      .collection('lawyers')
      .where({ _id: lawyerId })
      .update({ firmHash: firmHash('乙所', secrets) })
    await world.add('tasks', [
      {
        _id: `FIRM:${lawyerId}`,
        kind: 'FIRM',
        refId: lawyerId,
        dueAt: world.now,
        setBy: '',
        cursor: '',
        text: '',
        tries: 0,
      },
    ])
    await world.cloud.timer('jobs')
    const own = await world.cloud.find<Party>('parties', { declarerId: lawyerId })
    expect(own.map(row => row.firmHash)).toEqual([firmHash('乙所', secrets)])
    expect(await world.cloud.find<Rota>('rotas', { lawyerId })).toHaveLength(1)
  })
})
