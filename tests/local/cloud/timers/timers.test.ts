import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startTestCloud, type TestCloud } from '../../../support/cloud'
import { testFunctions } from '../test-functions'

interface Run {
  began: number
  ended: number
  event: Record<string, unknown>
  context: Record<string, unknown>
}

const MINUTE = 60_000
/** More than the timers need to look, and a run to end. */
const A_WHILE = 1500

let cloud: TestCloud
let quiet: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ functions: testFunctions, timers: true })
  quiet = await startTestCloud({ functions: testFunctions })
  await cloud.db.createCollection('runs')
  await quiet.db.createCollection('runs')
  await settle(cloud)
})
afterAll(() => Promise.all([cloud.stop(), quiet.stop()]))

const runs = (of: TestCloud) => of.find<Run>('runs')
const later = () => new Promise(resolve => setTimeout(resolve, A_WHILE))

/** Just after a full minute whose run has ended: until the next one nothing is due. */
async function settle(of: TestCloud) {
  const { now } = await of.clock.read()
  await of.clock.set((Math.floor(now / MINUTE) + 1) * MINUTE)
  await later()
}

test('a timer calls without a person, and may send messages', async () => {
  const before = (await quiet.outbox()).length
  const { event } = await quiet.timer<{ event: object }>('ticker')
  expect(event).toMatchObject({
    Type: 'Timer',
    TriggerName: 'everyMinute',
    Time: expect.stringMatching(/^2026-09-16T02:\d\d:\d\dZ$/) as string,
  })
  const [{ context } = { context: {} }] = await runs(quiet)
  expect(context).toEqual({ ENV: 'gongjia-local', SOURCE: 'wx_trigger' })
  const sent = (await quiet.outbox()).slice(before)
  expect(sent).toMatchObject([{ api: 'subscribeMessage.send', functionName: 'ticker' }])
})

test('timers are silent unless they are asked for', async () => {
  const before = (await runs(quiet)).length
  await quiet.clock.advance(10 * MINUTE)
  await later()
  expect(await runs(quiet)).toHaveLength(before)
})

test('a clock that is put ahead by hours fires once, and within a minute not at all', async () => {
  const before = (await runs(cloud)).length
  await cloud.clock.advance(3 * 3600_000)
  await later()
  expect(await runs(cloud)).toHaveLength(before + 1)
  await settle(cloud)
  expect(await runs(cloud)).toHaveLength(before + 2)
  await cloud.clock.advance(10_000)
  await later()
  expect(await runs(cloud)).toHaveLength(before + 2)
})

test('a timer fires by itself when its minute begins', async () => {
  await settle(cloud)
  const before = (await runs(cloud)).length
  const { now } = await cloud.clock.read()
  await cloud.clock.set((Math.floor(now / MINUTE) + 1) * MINUTE - 1000)
  expect(await runs(cloud)).toHaveLength(before)
  await later()
  await later()
  expect(await runs(cloud)).toHaveLength(before + 1)
})

test('two runs of one trigger are never at the same time', async () => {
  await cloud.faults.latency(100)
  for (let i = 0; i < 5; i++) await cloud.clock.advance(MINUTE)
  await later()
  await cloud.faults.latency(0)
  const all = (await runs(cloud)).sort((a, b) => a.began - b.began)
  for (const [i, run] of all.slice(1).entries())
    expect(run.began).toBeGreaterThanOrEqual(all[i]?.ended ?? Infinity)
})

test('a clock that is put back does not fire, nor does it stop the timer', async () => {
  await settle(cloud)
  const before = (await runs(cloud)).length
  await cloud.clock.advance(-30 * MINUTE - 10_000)
  await later()
  expect(await runs(cloud)).toHaveLength(before)
  await cloud.clock.advance(2 * MINUTE)
  await later()
  expect(await runs(cloud)).toHaveLength(before + 1)
})

test('a function without a timer is told apart', async () => {
  await expect(quiet.timer('caller')).rejects.toThrow('caller has no timer')
  await expect(quiet.timer('nobody')).rejects.toThrow('nobody has no timer')
})

test.each([
  [[{ name: 'a', type: 'timer', config: '0 1-5 * * * * *' }], 'unsupported cron minute 1-5'],
  [[{ name: 'a', type: 'mail', config: '' }], 'unsupported trigger type mail'],
  [Array(2).fill({ name: 'a', type: 'timer', config: '0 * * * * * *' }), 'a function has one trigger'],
])(
  'a trigger that the cloud would not take keeps the local cloud from starting',
  async (triggers, reason) => {
    const functions = mkdtempSync(path.join(tmpdir(), 'gongjia-triggers-'))
    mkdirSync(path.join(functions, 'odd'))
    writeFileSync(path.join(functions, 'odd/index.js'), 'exports.main = () => 1')
    writeFileSync(path.join(functions, 'odd/config.json'), JSON.stringify({ triggers }))
    await expect(startTestCloud({ functions, timers: true })).rejects.toThrow(reason)
    rmSync(functions, { recursive: true })
  },
)
