import { asPublished } from '../../local/demo/activities'
import type { Activity } from '../../typings/documents'
import type { TestCloud } from '../support/cloud'
import { startTestCloud } from '../support/cloud'
import type { Figure } from './figure'
import { median } from './figure'

const FEW = 1_000
const MANY = 100_000
const CHUNK = 1_000
const ROUNDS = 100
/** Rounds before the first measurement: a function that has just started is slow. */
const WARM_UP = 60

/**
 * The first page of the activity list must not care how many activities there have ever been. The two are asked in turn,
 * so that whatever else the machine does falls on both.
 */
export async function listFigures(): Promise<Figure[]> {
  const [few, many] = await Promise.all([cloudOf(FEW), cloudOf(MANY)])
  try {
    const times = { few: [] as number[], many: [] as number[] }
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const [a, b] = [await ask(few), await ask(many)]
      if (round < WARM_UP) continue
      times.few.push(a)
      times.many.push(b)
    }
    return [
      { name: 'list.growth', value: median(times.many) / median(times.few), unit: '×', budget: '<= 1.5' },
    ]
  } finally {
    await Promise.all([few.stop(), many.stop()])
  }
}

async function cloudOf(activities: number): Promise<TestCloud> {
  const cloud = await startTestCloud({ instances: 1 })
  const { now } = await cloud.clock.read()
  await add(cloud, 0, activities, now)
  return cloud
}

/** Milliseconds of one call. */
async function ask(cloud: TestCloud): Promise<number> {
  const began = performance.now()
  const reply = await cloud.call<{ ok: boolean }>('activity', 'o-bench', { action: 'list', input: {} })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return performance.now() - began
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
    times: [{ ...times, closeAt: startAt, state: 'ON' }],
    spot: '区职工之家',
    ...asPublished,
    audience: { memberOnly: false, employments: [] },
    rules: { version: 1, notes: [], cancelBeforeMin: 1440, groupMax: 1 },
  }
}
