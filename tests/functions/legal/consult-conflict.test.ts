/** The lawyer's answer to the conflict question, and who reads what before and after it. */
import type { Party } from '../../../typings/documents'
import { intake } from '../legal-fixture'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { appointmentNow, consultStage, fourSides, HOUR, slotNow, tick, toldOf } from './consult-stage'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

const view = (who: string, appointmentId: string) => world.legal(who, 'appointment', { appointmentId })
const partiesOf = (declarerId: string) => world.cloud.find<Party>('parties', { declarerId })

test('before the answer the lawyer sees who stands against whom, and nothing of what happened', async () => {
  const stage = await consultStage(world)
  const { appointmentId } = await stage.booked(stage.yeId)
  const seen = ok(await view(stage.ye, appointmentId))
  expect(seen).toMatchObject({ state: 'BOOKED', person: '测**', phone: '', opponents: [fourSides] })
  expect(seen.intake).toBeUndefined()
  expect(JSON.stringify(seen)).not.toContain(intake.facts)
  expect(codeOf(await world.legal(stage.ye, 'fileLink', { appointmentId, id: `fl_${'0'.repeat(26)}` }))).toBe(
    'CONFLICT_UNANSWERED',
  )
})

test('once no conflict stands the facts are readable, and both sides are kept for the firm', async () => {
  const stage = await consultStage(world)
  const { appointmentId } = await stage.booked(stage.yeId)
  const answered = ok(await stage.answer(stage.ye, appointmentId))
  expect(answered).toMatchObject({ state: 'CLEARED', person: '测试员', intake: { facts: intake.facts } })
  const rows = await partiesOf(stage.yeId)
  expect(rows.map(({ kind }) => kind).sort()).toEqual(['CLIENT', 'OPPONENT'])
  expect(rows.every(({ refId, firmHash }) => refId === appointmentId && firmHash === stage.firmHash)).toBe(
    true,
  )
  expect(JSON.stringify(rows)).not.toMatch(/四方|测试员|9111/)
})

test('answered twice, it is one answer; another answer than the first is told apart', async () => {
  const stage = await consultStage(world)
  const [one, other] = [await stage.booked(stage.yeId), await stage.booked(stage.yeId)]
  const first = ok(await stage.answer(stage.ye, one.appointmentId))
  expect(ok(await stage.answer(stage.ye, one.appointmentId))).toEqual(first)
  expect(await partiesOf(stage.yeId)).toHaveLength(2)
  const refused = ok(await stage.answer(stage.ye, other.appointmentId, false))
  expect(ok(await stage.answer(stage.ye, other.appointmentId, false))).toEqual(refused)
  expect(codeOf(await stage.answer(stage.ye, other.appointmentId))).toBe('STATE_CHANGED')
})

test('a lawyer who advises against the same employer again keeps one row of it, until the later day', async () => {
  const stage = await consultStage(world)
  const [one, other] = [await stage.booked(stage.yeId), await stage.booked(stage.yeId)]
  ok(await stage.answer(stage.ye, one.appointmentId))
  await world.cloud.db
    .collection('parties')
    .where({ declarerId: stage.yeId })
    .update({ untilDate: '2020-01-01' })
  ok(await stage.answer(stage.ye, other.appointmentId))
  const opponents = (await partiesOf(stage.yeId)).filter(({ kind }) => kind === 'OPPONENT')
  expect(opponents).toHaveLength(1)
  expect(opponents[0]?.untilDate).not.toBe('2020-01-01')
})

test('a conflict hands it to staff; the worker learns nothing of why, nor does anybody else', async () => {
  const stage = await consultStage(world)
  const { appointmentId, anna, slotId, rid } = await stage.booked(stage.yeId)
  const answered = ok(await stage.answer(stage.ye, appointmentId, false))
  expect(answered).toMatchObject({ state: 'CONFLICTED', person: '测**' })
  expect(answered.intake).toBeUndefined()
  await tick(world)
  expect(await toldOf(world, stage.he, 'APPT_STAFF', rid)).toBe(1)
  expect(ok(await view(anna, appointmentId))).toMatchObject({ state: 'CONFLICTED', reason: '' })
  // the hour stays theirs until it is moved
  expect(await slotNow(world, slotId)).toMatchObject({ state: 'HELD', holder: personId(anna) })
})

test('a conflict found after clearing ends the access at once', async () => {
  const stage = await consultStage(world)
  const { appointmentId, startAt } = await stage.booked(stage.yeId)
  ok(await stage.answer(stage.ye, appointmentId))
  expect(ok(await view(stage.ye, appointmentId)).intake).toBeDefined()
  const { rev } = await appointmentNow(world, appointmentId)
  await world.cloud.clock.set(startAt + 60_000)
  const record = { facts: '甲', advice: '乙', next: 'NONE' } as const
  ok(await world.legal(stage.ye, 'record', { appointmentId, rev, outcome: 'DONE', record, final: false }))
  const after = ok(await stage.answer(stage.ye, appointmentId, false))
  expect(after).toMatchObject({ state: 'CONFLICTED', person: '测**', phone: '', limitations: [] })
  expect([after.intake, after.record]).toEqual([undefined, undefined])
  expect(ok(await view(stage.ye, appointmentId)).intake).toBeUndefined()
  const again = { appointmentId, rev: after.rev, outcome: 'DONE', record, final: true } as const
  expect(codeOf(await world.legal(stage.ye, 'record', again))).toBe('STATE_CHANGED')
  expect(codeOf(await world.legal(stage.ye, 'fileLink', { appointmentId, id: `fl_${'0'.repeat(26)}` }))).toBe(
    'CONFLICT_UNANSWERED',
  )
})

test('nobody but the two sides finds it: colleagues, other lawyers, staff, clerks and workers', async () => {
  const stage = await consultStage(world)
  const { appointmentId, rev, startAt } = await stage.booked(stage.yeId)
  ok(await stage.answer(stage.ye, appointmentId))
  await legalOthers(stage)
  await world.cloud.clock.set(startAt + HOUR)
  const record = { facts: '', advice: '好', next: 'NONE' } as const
  for (const who of [stage.colleague, stage.other, stage.he, 'clerk', 'stranger']) {
    expect([who, codeOf(await view(who, appointmentId))]).toEqual([who, 'NOT_FOUND'])
    const link = await world.legal(who, 'fileLink', { appointmentId, id: `fl_${'0'.repeat(26)}` })
    expect(codeOf(link)).toBe('NOT_FOUND')
    const answer = codeOf(await stage.answer(who, appointmentId, false))
    const written = await world.legal(who, 'record', {
      ...{ appointmentId, rev: rev + 1, record },
      ...{ outcome: 'DONE', final: true },
    })
    const lawyer = who === stage.colleague || who === stage.other
    expect([answer, codeOf(written)]).toEqual(Array(2).fill(lawyer ? 'NOT_FOUND' : 'NO_PERMISSION'))
  }
  // staff see that it is there and who is concerned, masked
  const { items } = ok(await world.legal(stage.he, 'caseList', { tab: 'PAST', lawyerId: stage.yeId }))
  expect(items).toMatchObject([{ appointmentId, person: '测**' }])
  expect(JSON.stringify(items)).not.toMatch(/四方|工资一直/)
})

async function legalOthers({ legal }: Awaited<ReturnType<typeof consultStage>>) {
  await legal.workers('stranger')
  await world.people(['clerk'])
  await world.grant('clerk', [], 'org_R', { role: 'CLERK', _id: 'gr_clerk' })
}

test('unanswered in time it goes to staff, and the late answer counts no more', async () => {
  const stage = await consultStage(world)
  const { appointmentId, answerBy } = await stage.booked(stage.yeId)
  await world.add('tasks', [
    {
      _id: `APPT:${appointmentId}`,
      kind: 'APPT',
      refId: appointmentId,
      dueAt: world.now,
      setBy: '',
      cursor: '',
      text: '',
      tries: 0,
    },
  ])
  await world.cloud.clock.set(answerBy + 1000)
  await tick(world)
  expect((await appointmentNow(world, appointmentId)).state).toBe('ESCALATED')
  expect(codeOf(await stage.answer(stage.ye, appointmentId))).toBe('STATE_CHANGED')
  expect(codeOf(await stage.answer(stage.ye, appointmentId, false))).toBe('STATE_CHANGED')
  expect((await partiesOf(stage.yeId)).length).toBe(0)
})

test('an answer to what the worker called off is too late', async () => {
  const stage = await consultStage(world)
  const { appointmentId, anna } = await stage.booked(stage.yeId)
  ok(await world.legal(anna, 'cancel', { appointmentId }))
  expect(codeOf(await stage.answer(stage.ye, appointmentId))).toBe('STATE_CHANGED')
  expect(codeOf(await stage.answer(stage.ye, appointmentId, false))).toBe('STATE_CHANGED')
})

test('the desk lists what is to be answered, what comes and what is owed; a grant without a profile has none', async () => {
  const stage = await consultStage(world)
  const [one, two] = [await stage.booked(stage.yeId), await stage.booked(stage.yeId)]
  ok(await stage.answer(stage.ye, two.appointmentId))
  const ids = (items: { appointmentId: string }[]) => items.map(({ appointmentId }) => appointmentId)
  const before = ok(await world.legal(stage.ye, 'desk', {}))
  expect(before).toMatchObject({ name: '叶律师', today: [], records: [], swaps: [] })
  expect([ids(before.answers), ids(before.next)]).toEqual([
    [one.appointmentId],
    [one.appointmentId, two.appointmentId],
  ])
  expect(before.answers[0]?.dueAt).toBe(one.answerBy)
  await world.cloud.clock.set(two.startAt)
  expect(ids(ok(await world.legal(stage.ye, 'desk', {})).today)).toContain(two.appointmentId)
  await world.cloud.clock.set(two.endAt)
  const after = ok(await world.legal(stage.ye, 'desk', {}))
  expect(after.records).toMatchObject([{ appointmentId: two.appointmentId, dueAt: two.endAt + 48 * HOUR }])
  expect(ok(await world.legal(stage.other, 'desk', {})).answers).toEqual([])
  await world.people(['bare'])
  await world.grant('bare', [], 'org_R', { role: 'LAWYER', _id: 'gr_bare' })
  expect(codeOf(await world.legal('bare', 'desk', {}))).toBe('NOT_FOUND')
})
