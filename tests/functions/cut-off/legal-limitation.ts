/** Cards that remind of the limitation, cut off. */
import { nextYear } from '../../../miniprogram/shared/local-days'
import type { Task } from '../../../typings/documents'
import { limitations } from '../legal/limitations'
import type { WriteCase } from '../cut-off'
import type { World } from '../world'
import { ok } from '../world'

/** Whoever wants to be reminded has a timer that looks at the card. */
async function expectWatched(world: World, limitId: string): Promise<void> {
  const [task] = await world.cloud.find<Task>('tasks', { _id: `LIMIT:${limitId}` })
  expect(task?.dueAt).toBeGreaterThan(0)
}

const create: WriteCase = {
  name: 'legal.limitSave',
  async arrange(world) {
    const l = limitations(world)
    const anna = await l.someone()
    const wish = l.wish()
    return {
      call: () => l.save(anna, wish),
      async after() {
        const cards = await l.mine(anna)
        expect(cards).toMatchObject([{ deadline: nextYear(l.ago(100)), rev: 1 }])
        await expectWatched(world, cards[0]?.limitId ?? '')
      },
    }
  },
}

const overwrite: WriteCase = {
  name: 'legal.limitSave over a saved one',
  async arrange(world) {
    const l = limitations(world)
    const anna = await l.someone()
    const { limitId, rev } = await l.saved(anna, { remind: false })
    const wish = l.wish({ limitId, rev, keyDate: l.ago(50) })
    return {
      call: () => l.save(anna, wish),
      async after() {
        expect(await l.mine(anna)).toMatchObject([{ deadline: nextYear(l.ago(50)), rev: 2, remind: true }])
        await expectWatched(world, limitId)
      },
    }
  },
}

const report: WriteCase = {
  name: 'legal.limitEvent',
  async arrange(world) {
    const l = limitations(world)
    const anna = await l.someone()
    const { limitId } = await l.saved(anna)
    const opId = l.id()
    return {
      call: () => world.legal(anna, 'limitEvent', { limitId, opId, kind: 'ACKNOWLEDGED', date: l.ago(20) }),
      async after() {
        expect(await l.mine(anna)).toMatchObject([
          { deadline: nextYear(l.ago(100)), ifConfirmed: nextYear(l.ago(20)), events: [{ id: opId }] },
        ])
      },
    }
  },
}

const confirm: WriteCase = {
  name: 'legal.limitEvent confirmed',
  async arrange(world) {
    const l = limitations(world)
    const { worker, lawyer, limitId, eventId } = await l.advised('CLEARED')
    return {
      call: () => l.decide(lawyer, limitId, eventId, true),
      async after() {
        expect(await l.mine(worker)).toMatchObject([{ deadline: nextYear(l.ago(20)) }])
        await expectWatched(world, limitId)
      },
    }
  },
}

const remove: WriteCase = {
  name: 'legal.limitRemove',
  async arrange(world) {
    const l = limitations(world)
    const anna = await l.someone()
    const limitId = await l.stored(anna)
    const remove = () => world.legal(anna, 'limitRemove', { limitId })
    return {
      call: remove,
      async after() {
        expect(await l.mine(anna)).toEqual([])
        expect(ok(await remove())).toEqual({ repeated: true })
      },
    }
  },
}

export const cases = [create, overwrite, report, confirm, remove]
