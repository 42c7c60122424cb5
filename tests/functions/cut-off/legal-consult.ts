/** The writes of lawyers and of staff who coordinate, cut off. */
import type { Party } from '../../../typings/documents'
import { appointmentNow, consultStage, fourSides, noteOf, slotNow } from '../legal/consult-stage'
import type { WriteCase } from '../cut-off'
import type { World } from '../world'
import { ok } from '../world'

async function booked(world: World) {
  await world.cloud.clock.set(world.now)
  const stage = await consultStage(world)
  return { stage, ...(await stage.booked(stage.yeId)) }
}

/** Cleared, and its hour has come. */
async function running(world: World) {
  const { stage, appointmentId, startAt } = await booked(world)
  ok(await stage.answer(stage.ye, appointmentId))
  await world.cloud.clock.set(startAt)
  const { rev } = await appointmentNow(world, appointmentId)
  return { stage, appointmentId, rev }
}
const kindsOf = async (world: World, declarerId: string) =>
  (await world.cloud.find<Party>('parties', { declarerId })).map(({ kind }) => kind).sort()

const clear: WriteCase = {
  name: 'legal.conflictAnswer that none stands',
  async arrange(world) {
    const { stage, appointmentId } = await booked(world)
    return {
      call: () => stage.answer(stage.ye, appointmentId),
      async after() {
        expect((await appointmentNow(world, appointmentId)).state).toBe('CLEARED')
        expect(await kindsOf(world, stage.yeId)).toEqual(['CLIENT', 'OPPONENT'])
      },
    }
  },
}

const refuse: WriteCase = {
  name: 'legal.conflictAnswer that one stands',
  async arrange(world) {
    const { stage, appointmentId } = await booked(world)
    return {
      call: () => stage.answer(stage.ye, appointmentId, false),
      async after() {
        expect(await appointmentNow(world, appointmentId)).toMatchObject({
          state: 'CONFLICTED',
          clearedAt: 0,
        })
      },
    }
  },
}

const recordOf = (name: WriteCase['name'], outcome: 'DONE' | 'NO_SHOW', final: boolean): WriteCase => ({
  name,
  async arrange(world) {
    const { stage, appointmentId, rev } = await running(world)
    const record = { facts: '核对了工资条', advice: '先书面催要', next: 'NONE' } as const
    return {
      call: () => world.legal(stage.ye, 'record', { appointmentId, rev, outcome, record, final }),
      async after() {
        const { state, rev: now } = await appointmentNow(world, appointmentId)
        expect([state, now]).toEqual([final ? outcome : 'CONSULTING', rev + 1])
        const note = await noteOf(world, appointmentId)
        expect(note && note.finalAt > 0).toBe(outcome === 'DONE' ? final : undefined)
      },
    }
  },
})

const partiesSave: WriteCase = {
  name: 'legal.partiesSave against what is booked',
  async arrange(world) {
    const { stage, appointmentId } = await booked(world)
    const old = { name: '旧客户有限公司', untilDate: '2029-01-01' }
    ok(await world.legal(stage.ye, 'partiesSave', { parties: [old] }))
    const parties = [{ ...fourSides, untilDate: '2030-01-01' }]
    return {
      call: () => world.legal(stage.ye, 'partiesSave', { parties }),
      async after() {
        expect((await appointmentNow(world, appointmentId)).state).toBe('CONFLICTED')
        const rows = await world.cloud.find<Party>('parties', { declarerId: stage.yeId })
        const untils = rows.map(({ untilDate }) => untilDate).sort()
        expect([untils.length, untils[1], untils[0] !== '2029-01-01']).toEqual([2, '2030-01-01', true])
      },
    }
  },
}

const reassign: WriteCase = {
  name: 'legal.reassign to another lawyer',
  async arrange(world) {
    const { stage, appointmentId, slotId } = await booked(world)
    const to = await stage.slot(stage.otherId)
    return {
      call: () => world.legal(stage.he, 'reassign', { appointmentId, toSlotId: to, reason: '改派' }),
      async after(died) {
        const { state, lawyerId, rid } = await appointmentNow(world, appointmentId)
        expect([state, lawyerId]).toEqual(['BOOKED', stage.otherId])
        expect((await slotNow(world, to)).rid).toBe(rid)
        // what a move left behind that was done but not ended is let go of by `jobs`
        if (died > 0) {
          await world.cloud.clock.advance(130_000)
          await world.cloud.timer('jobs')
        }
        expect((await slotNow(world, slotId)).state).toBe('FREE')
      },
    }
  },
}

const callOff: WriteCase = {
  name: 'legal.callOff',
  async arrange(world) {
    const { stage, appointmentId, slotId } = await booked(world)
    return {
      call: () => world.legal(stage.he, 'callOff', { appointmentId, reason: '场地停电' }),
      async after() {
        expect(await appointmentNow(world, appointmentId)).toMatchObject({
          ...{ state: 'CANCELLED', liveKey: appointmentId },
        })
        expect((await slotNow(world, slotId)).state).toBe('FREE')
      },
    }
  },
}

export const cases: WriteCase[] = [
  clear,
  refuse,
  recordOf('legal.record as a draft', 'DONE', false),
  recordOf('legal.record that is final', 'DONE', true),
  recordOf('legal.record of an absence', 'NO_SHOW', true),
  partiesSave,
  reassign,
  callOff,
]
