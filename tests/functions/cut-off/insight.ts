/** The writes of `insight`, cut off. */
import ExcelJS from 'exceljs'
import { ulid } from '../../../cloudfunctions/_kit/ids'
import { hold, keeper, someone } from '../roll-call'
import type { WriteCase } from '../cut-off'
import { ok } from '../world'

export const cases: WriteCase[] = [
  {
    name: 'insight.export of a roster',
    async arrange(world) {
      const staff = await keeper(world)
      const { sessionId } = await world.activity()
      await hold(world, sessionId, 1, await someone(world))
      const input = { opId: ulid(world.now), kind: 'ROSTER', sessionId, reason: '存档' } as const
      return {
        call: () => world.insight(staff, 'export', input),
        async after() {
          const made = await world.cloud.find<{ _id: string; rows: number }>('exports', { refId: sessionId })
          expect(made).toMatchObject([{ rows: 1 }])
          const { url } = ok(await world.insight(staff, 'exportGet', { exportId: made[0]?._id ?? '' }))
          const workbook = new ExcelJS.Workbook()
          await workbook.xlsx.load(await (await fetch(url)).arrayBuffer())
          expect(workbook.worksheets[0]?.rowCount).toBe(3)
        },
      }
    },
  },
]
