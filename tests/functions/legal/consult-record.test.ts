/** What the lawyer writes after a consultation. */
import type { RecordInput } from '../../../typings/api/legal'
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'
import { appointmentNow, consultStage, noteOf, tick, toldOf } from './consult-stage'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

const text = { facts: '核对了工资条', advice: '先书面催要', next: 'ARBITRATION' } as const

/** Cleared, and its hour has come. */
async function running(fields: Partial<RecordInput> = {}) {
  const stage = await consultStage(world)
  const booked = await stage.booked(stage.yeId)
  ok(await stage.answer(stage.ye, booked.appointmentId))
  await world.cloud.clock.set(booked.startAt + 60_000)
  const { rev } = await appointmentNow(world, booked.appointmentId)
  const { appointmentId } = booked
  const input: RecordInput = { appointmentId, rev, outcome: 'DONE', record: text, final: false, ...fields }
  const write = (changes: Partial<RecordInput> = {}) =>
    world.legal(stage.ye, 'record', { ...input, ...changes })
  return { stage, booked, appointmentId, rev, write }
}
const worker = (openid: string, appointmentId: string) =>
  world.legal(openid, 'appointment', { appointmentId })

test('a draft is the lawyer’s alone; final, the worker reads it, is told, and may rate it', async () => {
  const { booked, appointmentId, rev, write } = await running()
  expect(ok(await write())).toMatchObject({ state: 'CONSULTING', rev: rev + 1, record: text })
  expect(ok(await worker(booked.anna, appointmentId)).record).toBeUndefined()
  const done = ok(await write({ rev: rev + 1, final: true }))
  expect(done).toMatchObject({ state: 'DONE', record: text })
  expect(ok(await worker(booked.anna, appointmentId))).toMatchObject({ record: text, can: { rate: true } })
  await tick(world)
  expect(await toldOf(world, booked.anna, 'APPT_RECORD', booked.rid)).toBe(1)
  ok(await world.legal(booked.anna, 'rate', { appointmentId, score: 5 }))
  expect(JSON.stringify(await noteOf(world, appointmentId))).not.toMatch(/工资条|催要/)
})

test('sent again after a lost answer it is saved once; a draft, a final record and an absence', async () => {
  for (const changes of [{}, { final: true }, { outcome: 'NO_SHOW', final: true }] as const) {
    const { appointmentId, write } = await running(changes)
    const first = ok(await write())
    expect(ok(await write())).toEqual(first)
    expect((await appointmentNow(world, appointmentId)).rev).toBe(first.rev)
  }
})

test('over another revision than the one that was read it is refused, and nothing is lost', async () => {
  const { appointmentId, rev, write } = await running()
  ok(await write())
  const other = { facts: '另一份', advice: '另一份', next: 'NONE' } as const
  expect(codeOf(await write({ record: other }))).toBe('STALE_REV')
  expect(codeOf(await write({ rev: rev + 5, record: other }))).toBe('STALE_REV')
  expect(codeOf(await write({ rev: 0, final: true }))).toBe('STALE_REV')
  expect((await noteOf(world, appointmentId))?.next).toBe('ARBITRATION')
  expect(ok(await write({ rev: rev + 1, record: other })).record).toMatchObject(other)
})

test('two windows save over the same revision: one is saved, the other is told', async () => {
  const { appointmentId, rev, write } = await running()
  const record = { facts: '另一份', advice: '另一份', next: 'NONE' } as const
  const codes = (await Promise.all([write(), write({ record })])).map(codeOf).sort()
  expect(codes).toEqual(['OK', 'STALE_REV'])
  expect((await appointmentNow(world, appointmentId)).rev).toBe(rev + 1)
})

test('what was cut off between note and appointment is finished before something else is written', async () => {
  const { appointmentId, rev, write } = await running()
  let calls = 5
  // whichever call wrote the note
  while (!(await noteOf(world, appointmentId))) {
    await world.cloud.faults.reset()
    await world.cloud.faults.add({ function: 'legal', action: 'record', killAfterCall: calls-- })
    await write().catch(() => undefined)
    if (calls === 0) throw new Error('never written')
  }
  await world.cloud.faults.reset()
  const record = { facts: '另一份', advice: '另一份', next: 'NONE' } as const
  if ((await appointmentNow(world, appointmentId)).rev === rev) {
    expect(codeOf(await write({ record }))).toBe('STALE_REV')
    expect((await appointmentNow(world, appointmentId)).state).toBe('CONSULTING')
  }
  expect(ok(await write({ rev: rev + 1, record })).record).toMatchObject(record)
})

test('nothing is written before the conflict is answered, nor before the hour', async () => {
  const stage = await consultStage(world)
  const { appointmentId, rev, startAt } = await stage.booked(stage.yeId)
  const write = (outcome: 'DONE' | 'NO_SHOW', over: number) =>
    world.legal(stage.ye, 'record', { appointmentId, rev: over, outcome, record: text, final: true })
  expect(codeOf(await write('DONE', rev))).toBe('CONFLICT_UNANSWERED')
  expect(codeOf(await write('NO_SHOW', rev))).toBe('CONFLICT_UNANSWERED')
  ok(await stage.answer(stage.ye, appointmentId))
  await world.cloud.clock.set(startAt - 1000)
  expect(codeOf(await write('DONE', rev + 1))).toBe('NOT_OPEN')
  expect(codeOf(await write('NO_SHOW', rev + 1))).toBe('NOT_OPEN')
  await world.cloud.clock.set(startAt)
  expect(ok(await write('NO_SHOW', rev + 1)).state).toBe('NO_SHOW')
  expect(await noteOf(world, appointmentId)).toBeUndefined()
  expect(codeOf(await write('DONE', rev + 2))).toBe('STATE_CHANGED')
})

test('a final record says something', async () => {
  const { write } = await running()
  const empty = { facts: '', advice: '  ', next: 'NONE' } as const
  expect(await write({ record: empty, final: true })).toMatchObject({
    code: 'INVALID_INPUT',
    detail: { field: 'record.advice' },
  })
  expect(ok(await write({ record: empty })).state).toBe('CONSULTING')
})
