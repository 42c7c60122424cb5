/** Whom a lawyer says they act for, and what that does to what is booked. */
import { localDate } from '../../../miniprogram/shared/time'
import type { PartyInput } from '../../../typings/api/legal'
import type { Party } from '../../../typings/documents'
import { booking, intake } from '../legal-fixture'
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'
import { appointmentNow, consultStage, fourSides, tick, toldOf } from './consult-stage'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

const save = (who: string, parties: PartyInput[]) => world.legal(who, 'partiesSave', { parties })
const mine = async (who: string) => ok(await world.legal(who, 'partiesMine', {})).parties
const lasting = (name: string, uscc?: string): PartyInput => ({
  ...{ name, untilDate: '2030-01-01' },
  ...(uscc !== undefined && { uscc }),
})
const rowsOf = (declarerId: string) => world.cloud.find<Party>('parties', { declarerId })

test('the list is kept sealed, read by its owner alone, and the same list again writes nothing', async () => {
  const stage = await consultStage(world)
  const list = [lasting('甲乙科技有限公司'), lasting(fourSides.name, fourSides.uscc)]
  expect(ok(await save(stage.ye, list))).toEqual({ count: 2, conflicted: 0 })
  expect(await mine(stage.ye)).toEqual(expect.arrayContaining(list))
  expect(await mine(stage.colleague)).toEqual([])
  const before = await rowsOf(stage.yeId)
  expect(JSON.stringify(before)).not.toMatch(/四方|甲乙|9111/)
  expect(ok(await save(stage.ye, [...list].reverse()))).toEqual({ count: 2, conflicted: 0 })
  expect(await rowsOf(stage.yeId)).toEqual(before)
  expect(codeOf(await save(stage.he, list))).toBe('NO_PERMISSION')
})

test('what is left out ends today and stands two years longer; named again, it goes on', async () => {
  const stage = await consultStage(world)
  const [client, ended] = [lasting('甲乙科技有限公司'), { name: '旧客户有限公司', untilDate: '2020-01-01' }]
  ok(await save(stage.ye, [client, ended]))
  expect(await mine(stage.ye)).toEqual([client])
  ok(await save(stage.ye, []))
  expect(await mine(stage.ye)).toEqual([{ ...client, untilDate: localDate(world.now) }])
  ok(await save(stage.ye, [client, { ...ended, untilDate: '2031-01-01' }]))
  expect((await mine(stage.ye)).map(({ untilDate }) => untilDate)).toEqual(['2031-01-01', '2030-01-01'])
})

test('declared after somebody booked: all of the firm loses its access at once, and staff are told', async () => {
  const stage = await consultStage(world)
  const [own, theirs] = [await stage.booked(stage.yeId), await stage.booked(stage.colleagueId)]
  const elsewhere = await stage.booked(stage.otherId)
  const against = await stage.booked(stage.yeId, {}, [{ name: '别的公司' }])
  ok(await stage.answer(stage.colleague, theirs.appointmentId))
  expect(ok(await save(stage.ye, [lasting('北京演示四方物流有限责任公司')]))).toEqual({
    count: 1,
    conflicted: 2,
  })
  const states = async () =>
    (await Promise.all([own, theirs, elsewhere, against].map(one => appointmentNow(world, one._id)))).map(
      ({ state }) => state,
    )
  expect(await states()).toEqual(['CONFLICTED', 'CONFLICTED', 'BOOKED', 'BOOKED'])
  const seen = ok(await world.legal(stage.colleague, 'appointment', { appointmentId: theirs._id }))
  expect([seen.intake, seen.person]).toEqual([undefined, '测**'])
  await tick(world)
  for (const { rid } of [own, theirs]) expect(await toldOf(world, stage.he, 'APPT_STAFF', rid)).toBe(1)
  expect(await toldOf(world, stage.he, 'APPT_STAFF', elsewhere.rid)).toBe(0)
})

test('the same code under another name is found too; a relation long over and a shared personal name are not', async () => {
  const stage = await consultStage(world)
  const company = await stage.booked(stage.yeId)
  const person = await stage.booked(stage.yeId, {}, [{ name: '张伟' }])
  ok(await save(stage.ye, [lasting('张伟'), { ...fourSides, untilDate: '2020-01-01' }]))
  expect((await appointmentNow(world, company._id)).state).toBe('BOOKED')
  expect(ok(await save(stage.ye, [lasting('改名后的物流公司', fourSides.uscc)])).conflicted).toBe(1)
  expect((await appointmentNow(world, company._id)).state).toBe('CONFLICTED')
  expect((await appointmentNow(world, person._id)).state).toBe('BOOKED')
})

test('what slipped through while it was being booked stands against the answer', async () => {
  const stage = await consultStage(world)
  ok(await save(stage.colleague, [lasting(fourSides.name)]))
  const { appointmentId } = await stage.booked(stage.yeId)
  expect(ok(await stage.answer(stage.ye, appointmentId))).toMatchObject({
    state: 'CONFLICTED',
    person: '测**',
  })
})

test('who is against a client of the firm is refused in words that tell nothing, and another firm takes it', async () => {
  const stage = await consultStage(world)
  ok(await save(stage.colleague, [lasting(fourSides.name)]))
  await stage.legal.workers(`bo-${stage.ye}`)
  const [here, there] = [await stage.slot(stage.yeId), await stage.slot(stage.otherId)]
  const against = { intake: { ...intake, opponents: [{ name: '演示四方物流股份有限公司' }] } }
  const refused = await world.legal(`bo-${stage.ye}`, 'book', booking(here, against))
  expect(refused).toEqual({ ok: false, code: 'CONFLICT_LAWYER', serverAt: expect.any(Number) as number })
  ok(await world.legal(`bo-${stage.ye}`, 'book', booking(there, against)))
})

test('a lawyer without a profile has no list', async () => {
  await world.people(['bare'])
  await world.grant('bare', [], 'org_R', { role: 'LAWYER', _id: 'gr_bare' })
  expect(codeOf(await save('bare', []))).toBe('NOT_FOUND')
})
