import type { Activity } from '../../typings/documents'
import type { TestCloud } from '../support/cloud'
import { startTestCloud } from '../support/cloud'
import type { Figure } from './figure'
import { median } from './figure'

const FEW = 1_000
const MANY = 100_000
const CHUNK = 1_000
const ROUNDS = 60
/** Rounds before the first measurement: a function that has just started would make the first figure slow. */
const WARM_UP = 60

/** The first page of the activity list must not care how many activities there have ever been. */
export async function listFigures(): Promise<Figure[]> {
  const cloud = await startTestCloud({ instances: 1 })
  try {
    const { now } = await cloud.clock.read()
    await add(cloud, 0, FEW, now)
    await p50(cloud, WARM_UP)
    const few = await p50(cloud)
    await add(cloud, FEW, MANY, now)
    const many = await p50(cloud)
    return [{ name: 'list.growth', value: many / few, unit: '×', budget: '<= 1.5' }]
  } finally {
    await cloud.stop()
  }
}

async function p50(cloud: TestCloud, rounds = ROUNDS): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    const reply = await cloud.call<{ ok: boolean }>('activity', 'o-bench', { action: 'list', input: {} })
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    times.push(performance.now() - began)
  }
  return median(times)
}

async function add(cloud: TestCloud, from: number, to: number, now: number) {
  for (let start = from; start < to; start += CHUNK) {
    const length = Math.min(CHUNK, to - start)
    await cloud.db.collection('activities').add(Array.from({ length }, (_, i) => activity(start + i, now)))
  }
}

/** Past and coming ones, half each, spread over the kinds. */
function activity(n: number, now: number): Activity {
  const startAt = now + (n % 2 === 0 ? -1 : 1) * (n + 1) * 60_000
  const times = { startAt, endAt: startAt + 3_600_000, openAt: startAt - 86_400_000 }
  const id = String(n).padStart(26, '0')
  return {
    _id: `ac_${id}`,
    createdAt: now,
    updatedAt: now,
    rev: 1,
    kind: n % 3 === 0 ? 'LECTURE' : 'OTHER',
    mode: 'FIRST',
    art: 'lecture',
    title: `案例大讲堂第${n}讲`,
    body: '欠薪怎么讨。',
    orgId: 'org_bench',
    orgName: '明城区总工会',
    orgPath: '/bench/',
    state: 'PUBLISHED',
    listed: true,
    ...times,
    sessions: 1,
    times: [{ ...times, closeAt: startAt }],
    spot: '区职工之家',
    audience: { memberOnly: false, employments: [] },
    rules: { version: 1, notes: [], cancelBeforeMin: 1440, groupMax: 1 },
  }
}
