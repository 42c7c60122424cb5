/** What is kept for a time only: lists that left the house, rosters on devices, counted tries. */
import { ulid } from '../../../cloudfunctions/_kit/ids'
import type { Export, Pack, Task } from '../../../typings/documents'
import { hall, hold, keeper, someone } from '../roll-call'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { HOUR, MINUTE, tick, tickLater } from './ticking'

jest.setTimeout(120_000)

const DAY = 24 * HOUR
const WEEK = 7 * DAY

let world: World
let staff: string
beforeEach(async () => {
  world = await startWorld({ instances: 1 })
  staff = await keeper(world)
})
afterEach(() => world.cloud.stop())

async function exported() {
  const { sessionId } = await world.activity()
  await hold(world, sessionId, 1, await someone(world))
  const input = { opId: ulid(world.now), kind: 'ROSTER', sessionId, reason: '存档' } as const
  const call = () => world.insight(staff, 'export', input)
  return { call, sessionId, exportId: `ex_${personId(staff)}_${input.opId}` }
}
const stored = async (_id: string) => (await world.cloud.find<Export>('exports', { _id }))[0]
const renew = (exportId: string) => world.insight(staff, 'exportGet', { exportId })
/** Is there a file? Asked past the functions, that answer by the entry. */
const hasFile = async ({ fileId }: Pick<Export, 'fileId'>) => {
  const _id = `ex_${personId(staff)}_${ulid(world.now)}`
  await world.add('exports', [{ ...fresh(), _id, fileId }])
  const code = codeOf(await renew(_id))
  await world.cloud.db.collection('exports').where({ _id }).remove()
  if (!['OK', 'NOT_FOUND'].includes(code)) throw new Error(code)
  return code === 'OK'
}
let session = ''
const fresh = (): Partial<Export> => ({
  ...{ personId: personId(staff), kind: 'ROSTER', refId: session, orgPath: '/org_R/', full: false },
  ...{ reason: 'x', rows: 1, at: world.now, expiresAt: world.now + 52 * WEEK },
})
const later = async (ms: number) => {
  await world.cloud.clock.set(world.now + ms)
  await tick(world)
}

test('an export lives for a week: then its file and its entry are gone, and its code says so', async () => {
  const made = await exported()
  session = made.sessionId
  const { exportId } = ok(await made.call())
  const entry = (await stored(exportId))!
  await later(WEEK - MINUTE)
  expect(codeOf(await renew(exportId))).toBe('OK')
  expect(await hasFile(entry)).toBe(true)
  await world.cloud.clock.set(world.now + WEEK + MINUTE)
  expect(codeOf(await renew(exportId))).toBe('NOT_FOUND')
  expect(codeOf(await made.call())).toBe('NOT_FOUND')
  await later(WEEK + 2 * HOUR)
  expect(await stored(exportId)).toBeUndefined()
  expect(await hasFile(entry)).toBe(false)
  expect(codeOf(await renew(exportId))).toBe('NOT_FOUND')
})

test('a file whose request was cut off, and never came again, goes as well', async () => {
  const path: Export[] = []
  for (let killAfterCall = 1; ; killAfterCall++) {
    const made = await exported()
    session = made.sessionId
    await world.cloud.faults.add({ function: 'insight', action: 'export', killAfterCall })
    const died = await made.call().then(
      () => false,
      () => true,
    )
    await world.cloud.faults.reset()
    const entry = await stored(made.exportId)
    if (entry) path.push(entry)
    if (!died) break
  }
  const whole = path.at(-1)!
  const all = path.map(({ _id }) => ({ _id, fileId: whole.fileId.replace(whole._id, _id) }))
  // one was cut off between its entry and its file, one between its file and what its entry tells of it
  expect(path.some(({ fileId }) => fileId === '')).toBe(true)
  await later(WEEK + 2 * HOUR)
  expect(await world.cloud.count('exports', {})).toBe(0)
  for (const one of all) expect(await hasFile(one)).toBe(false)
})

test('one that was never finished is nothing to fetch, and its request again finishes it', async () => {
  const made = await exported()
  const about = { ...fresh(), _id: made.exportId, refId: made.sessionId, rows: 0, fileId: '' }
  await world.add('exports', [about])
  expect(codeOf(await renew(made.exportId))).toBe('NOT_FOUND')
  expect(ok(await made.call()).rows).toBe(1)
  expect(codeOf(await renew(made.exportId))).toBe('OK')
})

test('a pack goes when nothing that was recorded with it may come any more', async () => {
  const { staff: keeper, sessionId } = await hall(world)
  ok(await world.activities(keeper, 'rosterPack', { sessionId, deviceId: 'device-pack0' }))
  const [{ expiresAt }] = (await world.cloud.find<Pack>('packs', { sessionId })) as [Pack]
  const over = expiresAt - world.now + WEEK
  await later(over - MINUTE)
  expect(await world.cloud.count('packs', { sessionId })).toBe(1)
  await later(over + HOUR)
  expect(await world.cloud.count('packs', { sessionId })).toBe(0)
})

test('tries go after a day, however many, and the work begins with the first one', async () => {
  await world.add(
    'tries',
    Array.from({ length: 1203 }, (_, i) => ({ _id: `p:old:1:${i}`, at: world.now - DAY })),
  )
  await tickLater(world, 2 * HOUR)
  expect(await world.cloud.count('tries', {})).toBe(1203)
  const admin = await someone(world)
  await world.grant(admin, [], 'org_R', { role: 'ADMIN' })
  await world.account(admin, 'personFind', { phone: '13900000000' })
  await tickLater(world, 26 * HOUR)
  expect(await world.cloud.find('tries', {})).toEqual([])
  expect(await world.cloud.find<Task>('tasks', { kind: 'PURGE' })).toHaveLength(1)
})

test('cut off after any call it is completed by the next run, and it never ends', async () => {
  const expired = { expiresAt: world.now - WEEK * 2 }
  for (let killAfterCall = 1; ; killAfterCall++) {
    const made = await exported()
    session = made.sessionId
    const { exportId } = ok(await made.call())
    const entry = (await stored(exportId))!
    await world.cloud.db.collection('exports').where({ _id: exportId }).update(expired)
    await world.add('packs', [{ _id: `pk_${killAfterCall}`, ...expired }])
    await world.add('tries', [{ _id: `t_${killAfterCall}`, at: 1 }])
    await world.cloud.db.collection('tasks').where({ kind: 'PURGE' }).update({ dueAt: world.now })
    await world.cloud.faults.add({ function: 'jobs', killAfterCall })
    const died = await tick(world).then(
      () => false,
      () => true,
    )
    await world.cloud.faults.reset()
    await tickLater(world, 2 * MINUTE)
    await tickLater(world, 3 * MINUTE)
    const left = await Promise.all(['exports', 'packs', 'tries'].map(name => world.cloud.count(name, {})))
    expect([killAfterCall, ...left]).toEqual([killAfterCall, 0, 0, 0])
    expect(await hasFile(entry)).toBe(false)
    const [task] = await world.cloud.find<Task>('tasks', { kind: 'PURGE' })
    const { now } = await world.cloud.clock.read()
    expect(task?.dueAt).toBeGreaterThan(now)
    await world.cloud.clock.set(world.now)
    if (!died) break
  }
})
