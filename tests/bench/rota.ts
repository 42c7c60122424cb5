import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Store } from '../../cloudfunctions/_kit/store'
import { emptyRota } from '../../cloudfunctions/legal/rota/rota-document'
import { makeSlots } from '../../cloudfunctions/legal/rota/make-slots'
import { instant } from '../../miniprogram/shared/time'
import { startPools } from '../functions/pools'
import type { Figure } from './figure'

const LAWYERS = 100
const now = instant('2026-09-16', '10:00')

/** A store that counts what it writes. */
class Counting extends Store {
  writes = 0

  override insertAll: Store['insertAll'] = (name, documents) => {
    this.writes++
    return super.insertAll(name, documents)
  }

  override change: Store['change'] = (name, where, set) => {
    this.writes++
    return super.change(name, where, set)
  }
}

/** The night's work for a hundred lawyers who give fourteen slots a day, and the same once more. */
export async function rotaFigures(): Promise<Figure[]> {
  const pools = await startPools()
  try {
    const ids = Array.from({ length: LAWYERS }, (_, i) => `lw_p_${i}`)
    const rotas = ids.map(id => ({ ...emptyRota(id, now), rev: 1, rules: [daily] }))
    await pools.cloud.db.collection('lawyers').add(ids.map(_id => ({ _id, active: true, rev: 1 })))
    await pools.cloud.db.collection('rotas').add(rotas)
    const before = kept()
    const first = await night(ids)
    const again = await night(ids)
    const grown = (Math.max(first.heap, again.heap) - before) / 1024 / 1024
    return [
      { name: 'rota.slots', value: await pools.cloud.count('places'), unit: 'slots' },
      { name: 'rota.calls.a.lawyer', value: again.calls / LAWYERS, unit: 'calls', budget: '<= 4' },
      { name: 'rota.repeat.writes', value: again.writes, unit: 'writes', budget: '= 0' },
      { name: 'rota.heap', value: grown, unit: 'MB', budget: '<= 64' },
    ]
  } finally {
    await pools.stop()
  }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes of the heap that are still in use. */
function kept(): number {
  collect()
  return process.memoryUsage().heapUsed
}

async function night(ids: readonly string[]) {
  const store = new Counting()
  let heap = 0
  for (const id of ids) {
    await makeSlots(store, id, now)
    heap = Math.max(heap, kept())
  }
  return { calls: store.calls, writes: store.writes, heap }
}

const daily = {
  id: 'ru_1',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  from: '09:00',
  to: '16:00',
  slotMin: 30,
  everyWeeks: 1 as const,
  anchorDate: '2026-09-14',
  untilDate: null,
  onHoliday: 'KEEP' as const,
  onMakeup: 'SKIP' as const,
  modes: ['PHONE' as const],
}
