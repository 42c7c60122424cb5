/** The writes to the menu, to profiles and of swaps, cut off. */
import { firmHash } from '../../../cloudfunctions/legal/menu/firm-hash'
import type { LawyerInput, ServiceInput } from '../../../typings/api/legal'
import type { Lawyer, LegalServiceDoc, Place, Swap, Task } from '../../../typings/documents'
import { swapStage } from '../legal/swap-stage'
import type { WriteCase } from '../cut-off'
import { legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { ok, personId, secrets } from '../world'
import { count, name, one, withUnions } from './account-stage'

async function coordinator(world: World) {
  await withUnions(world)
  const openid = name('case')
  await world.grant(openid, ['CASE'])
  return openid
}

const line = (key: string, fields: Partial<ServiceInput> = {}): ServiceInput => ({
  ...{ key, name: '拖欠工资', intro: '', modes: ['PHONE'], minutes: 30, claimTypes: ['WAGES'] },
  ...{ needsOpponent: true, open: true, order: 1, rev: 0 },
  ...fields,
})

const menuSave: WriteCase = {
  name: 'legal.menuSave',
  async arrange(world) {
    const [by, key] = [await coordinator(world), `cut${count()}`]
    return {
      call: () => world.legal(by, 'menuSave', line(key)),
      after: async () =>
        expect(await one<LegalServiceDoc>(world, 'legal_services', { _id: `ls_${key}` })).toMatchObject({
          rev: 1,
        }),
    }
  },
}

const menuChange: WriteCase = {
  name: 'legal.menuSave a change',
  async arrange(world) {
    const [by, key] = [await coordinator(world), `cut${count()}`]
    ok(await world.legal(by, 'menuSave', line(key)))
    return {
      call: () => world.legal(by, 'menuSave', line(key, { open: false, rev: 1 })),
      after: async () =>
        expect(await one<LegalServiceDoc>(world, 'legal_services', { _id: `ls_${key}` })).toMatchObject({
          open: false,
          rev: 2,
        }),
    }
  },
}

const profile = (openid: string, fields: Partial<LawyerInput> = {}): LawyerInput => ({
  ...{ personId: personId(openid), surname: '叶', firm: '乙所', licenceNo: '11101202610000042' },
  ...{ services: [], modes: ['PHONE', 'TEXT'], active: true, rev: 0 },
  ...fields,
})

const lawyerSave: WriteCase = {
  name: 'legal.lawyerSave',
  async arrange(world) {
    const [by, openid] = [await coordinator(world), name('lawyer')]
    await world.people([openid])
    await world.grant(openid, [], 'org_R', { _id: `gr_${openid}`, role: 'LAWYER' })
    return {
      call: () => world.legal(by, 'lawyerSave', profile(openid)),
      after: async () =>
        expect(await one<Lawyer>(world, 'lawyers', { personId: personId(openid) })).toMatchObject({ rev: 1 }),
    }
  },
}

const lawyerChange: WriteCase = {
  name: 'legal.lawyerSave of who goes to another firm and pauses',
  async arrange(world) {
    const [by, openid] = [await coordinator(world), name('lawyer')]
    const legal = legalFixture(world)
    const lawyerId = await legal.lawyer(openid)
    await legal.slots(lawyerId, [tenOclock(world, 2)])
    return {
      call: () => world.legal(by, 'lawyerSave', profile(openid, { active: false, rev: 1 })),
      async after() {
        const lawyer = await one<Lawyer>(world, 'lawyers', { _id: lawyerId })
        expect(lawyer).toMatchObject({ rev: 2, active: false, firmHash: firmHash('乙所', secrets) })
        expect((await one<Place>(world, 'places', { refId: lawyerId })).state).toBe('BLOCKED')
        for (const _id of [`SLOTS:${lawyerId}`, `FIRM:${lawyerId}`])
          expect((await one<Task>(world, 'tasks', { _id })).dueAt).toBeGreaterThan(0)
      },
    }
  },
}

/** `SWAP` tells, and carries out, what nobody came back for. */
async function expectWatched(world: World, swapId: string) {
  expect((await one<Task>(world, 'tasks', { _id: `SWAP:${swapId}` })).dueAt).toBeGreaterThan(0)
}

const swapPropose: WriteCase = {
  name: 'legal.swapPropose',
  async arrange(world) {
    await withUnions(world)
    const stage = await swapStage(world)
    return {
      call: () => stage.propose(),
      async after() {
        const swap = await one<Swap>(world, 'swaps', { fromId: stage.fromId })
        expect(swap).toMatchObject({ state: 'PROPOSED', rev: 1 })
        expect(await stage.told(stage.to, 'SWAP')).toBe(1)
        await expectWatched(world, swap._id)
      },
    }
  },
}

const swapAnswer: WriteCase = {
  name: 'legal.swapAnswer',
  async arrange(world) {
    await withUnions(world)
    const stage = await swapStage(world)
    const { swapId } = ok(await stage.propose())
    return {
      call: () => stage.answer(swapId),
      async after() {
        expect(await stage.swap(swapId)).toMatchObject({ state: 'ANSWERED', rev: 2 })
        expect(await stage.told(stage.from, 'SWAP')).toBe(1)
        const asked = { personId: personId(stage.he), _id: { $regex: swapId } }
        expect(await world.cloud.count('notices', asked)).toBe(1)
        await expectWatched(world, swapId)
      },
    }
  },
}

const swapApprove: WriteCase = {
  name: 'legal.swapApprove',
  async arrange(world) {
    await withUnions(world)
    const stage = await swapStage(world)
    const { swapId } = await stage.answered()
    return {
      call: () => stage.approve(swapId),
      async after() {
        expect((await stage.swap(swapId))?.state).toBe('DONE')
        expect(await stage.slots(stage.fromId)).toEqual(['10 BLOCKED', '11 BLOCKED'])
        expect(await stage.slots(stage.toId)).toEqual(['10 HELD', '11 FREE'])
        expect(await stage.appointmentNow()).toMatchObject({ lawyerId: stage.toId, state: 'BOOKED' })
        expect([
          (await stage.rota(stage.fromId))?.given,
          (await stage.rota(stage.toId))?.taken,
        ]).toMatchObject([{ length: 2 }, { length: 2 }])
        expect([await stage.told(stage.from, 'SWAP'), await stage.told(stage.to, 'SWAP')]).toEqual([2, 2])
        await expectWatched(world, swapId)
      },
    }
  },
}

export const cases: WriteCase[] = [
  menuSave,
  menuChange,
  lawyerSave,
  lawyerChange,
  swapPropose,
  swapAnswer,
  swapApprove,
]
