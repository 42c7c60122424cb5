/** Staff who coordinate: what waits for them, another lawyer for an appointment, and calling one off. */
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { appointmentNow, consultStage, fourSides, HOUR, noteOf, slotNow, tick, toldOf } from './consult-stage'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

type Stage = Awaited<ReturnType<typeof consultStage>>
const reassign = ({ he }: Stage, appointmentId: string, toSlotId: string, reason = '律师临时有事') =>
  world.legal(he, 'reassign', { appointmentId, toSlotId, reason })
const callOff = ({ he }: Stage, appointmentId: string, reason = '场地停电') =>
  world.legal(he, 'callOff', { appointmentId, reason })
const list = async ({ he, yeId }: Stage, tab: 'TODO' | 'COMING' | 'PAST', lawyerId = yeId) =>
  ok(await world.legal(he, 'caseList', { tab, lawyerId })).items

/** Refused by its lawyer. */
async function conflicted() {
  const stage = await consultStage(world)
  const booked = await stage.booked(stage.yeId)
  ok(await stage.answer(stage.ye, booked.appointmentId, false))
  return { stage, ...booked, ...(await appointmentNow(world, booked.appointmentId)) }
}

describe('another lawyer', () => {
  test('it is booked anew with them: the hour before is free, the worker and the new lawyer are told, the facts wait', async () => {
    const { stage, appointmentId, anna, slotId, rid } = await conflicted()
    const to = await stage.slot(stage.otherId)
    const item = ok(await reassign(stage, appointmentId, to))
    expect(item).toMatchObject({ state: 'BOOKED', lawyerId: stage.otherId, lawyer: '罗律师', person: '测**' })
    const after = await appointmentNow(world, appointmentId)
    expect(after).toMatchObject({ slotId: to, clearedAt: 0, conflictedAt: 0, reason: '律师临时有事' })
    expect(Math.round((after.answerBy - world.now) / HOUR)).toBe(24)
    expect(await slotNow(world, to)).toMatchObject({ holder: personId(anna), rid: after.rid, state: 'HELD' })
    expect(await slotNow(world, slotId)).toMatchObject({ holder: '', state: 'FREE' })
    expect(after.rid).not.toBe(rid)
    await tick(world)
    for (const who of [anna, stage.other]) expect(await toldOf(world, who, 'APPT_MOVED', after.rid)).toBe(1)
    expect(codeOf(await world.legal(stage.ye, 'appointment', { appointmentId }))).toBe('NOT_FOUND')
    expect(ok(await world.legal(stage.other, 'appointment', { appointmentId })).intake).toBeUndefined()
    expect(ok(await stage.answer(stage.other, appointmentId)).intake).toBeDefined()
  })

  test('asked twice it is moved once, also when the new lawyer has answered meanwhile', async () => {
    const { stage, appointmentId } = await conflicted()
    const to = await stage.slot(stage.otherId)
    ok(await reassign(stage, appointmentId, to))
    ok(await stage.answer(stage.other, appointmentId))
    const { rev } = await appointmentNow(world, appointmentId)
    expect(ok(await reassign(stage, appointmentId, to)).state).toBe('CLEARED')
    expect((await appointmentNow(world, appointmentId)).rev).toBe(rev)
  })

  test('another hour of the same lawyer counts in no month', async () => {
    const stage = await consultStage(world)
    const { appointmentId } = await stage.booked(stage.yeId)
    const to = await stage.slot(stage.yeId)
    ok(await reassign(stage, appointmentId, to))
    expect((await slotNow(world, to)).capKey).toBe(`${to}/1`)
    expect((await appointmentNow(world, appointmentId)).lawyerId).toBe(stage.yeId)
  })

  test('nobody whose firm stands on the other side, nor the person themself', async () => {
    const { stage, appointmentId } = await conflicted()
    ok(
      await world.legal(stage.other, 'partiesSave', {
        parties: [{ ...fourSides, untilDate: '2030-01-01' }],
      }),
    )
    const to = await stage.slot(stage.otherId)
    expect(codeOf(await reassign(stage, appointmentId, to))).toBe('CONFLICT_LAWYER')
    expect((await slotNow(world, to)).state).toBe('FREE')
    const own = await stage.booked(stage.yeId, { personId: personId(stage.colleague) })
    const theirs = await stage.slot(stage.colleagueId)
    expect(codeOf(await reassign(stage, own.appointmentId, theirs))).toBe('CONFLICT_LAWYER')
  })

  test('not to a taken, withdrawn or unknown slot, one too soon, in another way or of another service', async () => {
    const { stage, appointmentId, slotId } = await conflicted()
    const { slotId: taken } = await stage.booked(stage.otherId)
    const code = async (to: string) => codeOf(await reassign(stage, appointmentId, to))
    expect(await code(taken)).toBe('SLOT_TAKEN')
    expect(await code(slotId)).toBe('SLOT_TAKEN')
    expect(await code(await stage.slot(stage.otherId, { modes: ['TEXT'] }))).toBe('SLOT_CLOSED')
    const blocked = await stage.slot(stage.otherId)
    await world.cloud.db
      .collection('places')
      .where({ pool: blocked })
      .update({ state: 'BLOCKED', holder: '#' })
    expect(await code(blocked)).toBe('SLOT_CLOSED')
    expect(await code(`sl_${stage.otherId}_20990101_1000`)).toBe('NOT_FOUND')
    const free = await stage.slot(stage.otherId)
    const { startAt } = await slotNow(world, free)
    await world.cloud.clock.set(startAt - 2 * HOUR)
    expect(await code(free)).toBe('SLOT_CLOSED')
    await world.cloud.clock.set(world.now)
    await world.cloud.db
      .collection('lawyers')
      .where({ _id: stage.otherId })
      .update({ services: ['ls_x'] })
    expect(await code(free)).toBe('SLOT_CLOSED')
  })

  test('what the lawyer before noted is not handed on', async () => {
    const stage = await consultStage(world)
    const { appointmentId, startAt } = await stage.booked(stage.yeId)
    ok(await stage.answer(stage.ye, appointmentId))
    await world.cloud.clock.set(startAt)
    const { rev } = await appointmentNow(world, appointmentId)
    const record = { facts: '甲', advice: '乙', next: 'CARE' } as const
    ok(await world.legal(stage.ye, 'record', { appointmentId, rev, outcome: 'DONE', record, final: false }))
    ok(await stage.answer(stage.ye, appointmentId, false))
    ok(await reassign(stage, appointmentId, await stage.slot(stage.otherId, { days: 4 })))
    const answered = ok(await stage.answer(stage.other, appointmentId))
    expect(answered.record).toMatchObject({ facts: '', advice: '', next: 'NONE' })
    await world.cloud.clock.set(answered.startAt)
    const again = { appointmentId, rev: answered.rev, outcome: 'DONE', record, final: true } as const
    expect(ok(await world.legal(stage.other, 'record', again)).record).toMatchObject(record)
    expect((await noteOf(world, appointmentId))?.finalAt).toBeGreaterThan(0)
  })

  test('what is over, or has its record begun, is not moved; a reason is given', async () => {
    const stage = await consultStage(world)
    const to = await stage.slot(stage.otherId)
    for (const state of ['CONSULTING', 'DONE', 'CANCELLED', 'NO_SHOW'] as const) {
      const { appointmentId } = await stage.booked(stage.yeId, { state })
      expect([state, codeOf(await reassign(stage, appointmentId, to))]).toEqual([state, 'STATE_CHANGED'])
    }
    const { appointmentId } = await stage.booked(stage.yeId)
    expect(codeOf(await reassign(stage, appointmentId, to, ''))).toBe('REASON_REQUIRED')
    expect((await slotNow(world, to)).state).toBe('FREE')
  })

  test('only within one’s own organisations: the appointment, and the lawyer it goes to', async () => {
    await world.orgs()
    const stage = await consultStage(world)
    const { appointmentId } = await stage.booked(stage.yeId, { orgPath: '/org_R/org_S1/' })
    const to = await stage.slot(stage.otherId)
    for (const [who, org] of [
      ['s1', 'org_S1'],
      ['s2', 'org_S2'],
    ] as const) {
      await world.people([who])
      await world.grant(who, ['CASE'], org)
    }
    await world.people(['editor'])
    await world.grant('editor', ['EDIT'])
    const input = { appointmentId, toSlotId: to, reason: '改派' }
    expect(codeOf(await world.legal('s2', 'reassign', input))).toBe('OUT_OF_SCOPE')
    expect(codeOf(await world.legal('s1', 'reassign', input))).toBe('OUT_OF_SCOPE')
    expect(codeOf(await world.legal('editor', 'reassign', input))).toBe('NO_PERMISSION')
    expect(codeOf(await world.legal('s2', 'callOff', { appointmentId, reason: '停电' }))).toBe('OUT_OF_SCOPE')
    expect(ok(await world.legal('s2', 'caseList', { tab: 'COMING' })).items).toEqual([])
    expect(ok(await world.legal('s1', 'caseList', { tab: 'COMING' })).items).toHaveLength(1)
    expect(ok(await world.legal('s1', 'callOff', { appointmentId, reason: '停电' })).state).toBe('CANCELLED')
  })
})

describe('called off', () => {
  test('nobody is blamed: the hour is free, both are told why, and the worker may book again', async () => {
    const stage = await consultStage(world)
    const { appointmentId, anna, slotId, rid } = await stage.booked(stage.yeId)
    const item = ok(await callOff(stage, appointmentId))
    expect(item).toMatchObject({ state: 'CANCELLED', reason: '场地停电' })
    expect(ok(await callOff(stage, appointmentId, '别的原因'))).toEqual(item)
    expect((await slotNow(world, slotId)).state).toBe('FREE')
    expect((await appointmentNow(world, appointmentId)).liveKey).toBe(appointmentId)
    await tick(world)
    for (const who of [anna, stage.ye]) expect(await toldOf(world, who, 'APPT_CANCELLED', rid)).toBe(1)
  })

  test('not what is over or has begun, nor without a reason, nor what is not there', async () => {
    const stage = await consultStage(world)
    for (const state of ['CONSULTING', 'DONE', 'RATED', 'NO_SHOW'] as const) {
      const { appointmentId } = await stage.booked(stage.yeId, { state })
      expect([state, codeOf(await callOff(stage, appointmentId))]).toEqual([state, 'STATE_CHANGED'])
    }
    const { appointmentId } = await stage.booked(stage.yeId)
    expect(codeOf(await callOff(stage, appointmentId, ' '))).toBe('REASON_REQUIRED')
    expect(codeOf(await callOff(stage, 'apt_01TEST00000000000000000000'))).toBe('NOT_FOUND')
  })
})

describe('the lists', () => {
  test('to be done: refused, unanswered, and hours that no rule gives any more; what is near comes first', async () => {
    const { stage, appointmentId, conflictedAt } = await conflicted()
    const escalated = await stage.booked(stage.yeId, { state: 'ESCALATED' })
    const lost = await stage.booked(stage.yeId)
    const fine = await stage.booked(stage.yeId)
    const rota = world.cloud.db.collection('rotas').where({ lawyerId: stage.yeId })
    const leave = { id: 'l1', fromAt: lost.startAt, toAt: lost.endAt, reason: '' }
    await rota.update({ leaves: [leave] })
    const todo = await list(stage, 'TODO')
    expect(todo).toMatchObject([
      { appointmentId, state: 'CONFLICTED', uncovered: false },
      { appointmentId: escalated._id, state: 'ESCALATED', dueAt: escalated.startAt },
      { appointmentId: lost._id, state: 'BOOKED', uncovered: true, dueAt: lost.startAt },
    ])
    expect((await list(stage, 'COMING')).map(one => [one.appointmentId, one.uncovered])).toEqual([
      [lost._id, true],
      [fine._id, false],
    ])
    expect(todo[0]?.dueAt).toBe(conflictedAt + 24 * HOUR)
    const desk = ok(await world.insight(stage.he, 'desk', {}))
    const legal = desk.todos.find(({ kind }) => kind === 'LEGAL')
    expect(legal?.count).toBeGreaterThanOrEqual(3)
    expect(legal?.line).toBe('劳动争议咨询')
    await world.people(['roll'])
    await world.grant('roll', ['ROLL'])
    expect(ok(await world.insight('roll', 'desk', {})).todos).toEqual([])
  })

  test('what is past comes last first, page by page, and nobody twice', async () => {
    const stage = await consultStage(world)
    const { anna } = await stage.booked(stage.yeId)
    const one = await stage.booked(stage.yeId, { state: 'DONE' })
    const rows = Array.from({ length: 24 }, (_, i) => ({
      ...one,
      _id: `apt_01PAST${stage.yeId.slice(-2)}${String(i).padStart(18, '0')}`,
      rid: `rid-${stage.yeId}-${i}`,
      liveKey: `live-${stage.yeId}-${i}`,
      startAt: world.now - Math.floor(i / 2) * HOUR,
      state: 'DONE',
    }))
    await world.add('appointments', rows)
    const first = ok(await world.legal(stage.he, 'caseList', { tab: 'PAST', lawyerId: stage.yeId }))
    expect(first.items).toHaveLength(20)
    const cursor = first.next ?? ''
    const second = ok(await world.legal(stage.he, 'caseList', { tab: 'PAST', lawyerId: stage.yeId, cursor }))
    expect(second.next).toBeUndefined()
    const all = [...first.items, ...second.items]
    expect(new Set(all.map(({ appointmentId }) => appointmentId)).size).toBe(25)
    expect(all.map(({ startAt }) => startAt)).toEqual(all.map(({ startAt }) => startAt).sort((a, b) => b - a))
    expect(codeOf(await world.legal(anna, 'caseList', { tab: 'PAST' }))).toBe('NO_PERMISSION')
  })

  test('more to be done than one page is paged as well', async () => {
    const stage = await consultStage(world)
    const one = await stage.booked(stage.yeId, { state: 'ESCALATED' })
    const rows = Array.from({ length: 21 }, (_, i) => ({
      ...one,
      _id: `apt_01TODO${stage.yeId.slice(-2)}${String(i).padStart(18, '0')}`,
      rid: `rid-todo-${stage.yeId}-${i}`,
      liveKey: `todo-${stage.yeId}-${i}`,
    }))
    await world.add('appointments', rows)
    const ask = { tab: 'TODO', lawyerId: stage.yeId } as const
    const first = ok(await world.legal(stage.he, 'caseList', ask))
    const second = ok(await world.legal(stage.he, 'caseList', { ...ask, cursor: first.next ?? '' }))
    const all = [...first.items, ...second.items].map(({ appointmentId }) => appointmentId)
    expect([first.items.length, new Set(all).size]).toEqual([20, 22])
  })
})
