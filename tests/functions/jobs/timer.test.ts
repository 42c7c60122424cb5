/** Who may run the timer's function, what an idle run costs, and what it logs. */
import type { Reply } from '../../../typings/contract'
import type { World } from '../world'
import { codeOf, startWorld } from '../world'
import { MINUTE, tick } from './ticking'

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
})
afterAll(() => world.cloud.stop())

test.each(['worker', undefined])('a client %s that calls the timer is refused', async openid => {
  const event = { Type: 'Timer', TriggerName: 'everyMinute', action: 'timer' }
  expect(codeOf(await world.cloud.call<Reply<null>>('jobs', openid, event))).toBe('NO_PERMISSION')
})

test('with a thousand documents and nothing due a run costs three database calls', async () => {
  await world.activity({ places: 500, starts: [24, 48] })
  const later = { result: 'INBOX', dueAt: 0 }
  await world.add(
    'notices',
    Array.from({ length: 1000 }, (_, i) => ({ _id: `nt_${i}`, personId: 'p', ...later })),
  )
  await world.add(
    'tasks',
    Array.from({ length: 1000 }, (_, i) => ({ _id: `t${i}`, kind: 'FINISH', dueAt: i % 2 ? 0 : 9e15 })),
  )
  await tick(world)
  await world.cloud.stats.reset()
  await world.cloud.clock.advance(MINUTE)
  await tick(world)
  const { calls } = await world.cloud.stats.read()
  expect(calls['jobs']).toMatchObject({ count: 1, databaseCalls: 3 })
})

test('each run leaves one line in the log', async () => {
  const before = world.cloud.lines.length
  await tick(world)
  await new Promise(resolve => setTimeout(resolve, 100))
  const lines = world.cloud.lines.slice(before).filter(line => line.startsWith('[jobs]'))
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]?.slice('[jobs] '.length) ?? '')).toMatchObject({
    fn: 'jobs',
    action: 'timer',
    code: 'OK',
    calls: 3,
  })
})
