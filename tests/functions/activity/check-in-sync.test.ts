import type { OfflineRecord } from '../../../typings/api/activity'
import type { Holder } from '../roll-call'
import { clockOf, hall, hold, HOUR, keeper, letGo, rowOfHolder, setRow, someone } from '../roll-call'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

const MINUTE = 60_000
const deviceId = 'device-0001'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
afterEach(() => world.cloud.clock.set(world.now))

type Record = Partial<OfflineRecord>
const sync = async (staff: string, packId: string, records: Record[]) => {
  const now = await clockOf(world)
  const whole = records.map((record, i) => ({
    seq: i + 1,
    at: now,
    method: 'SCAN_STAFF' as const,
    ...record,
  }))
  return world.activities(staff, 'checkInSync', { packId, records: whole })
}
/** The answer for each record: OK, DUPLICATE, or the code of the refusal. */
const results = async (staff: string, packId: string, records: Record[]) =>
  ok(await sync(staff, packId, records)).results.map(({ result, code }) => code ?? result)

/** A hall whose staff hold the roster on this device; ten minutes later. */
async function packed(people = 1, device = deviceId) {
  const made = await hall(world, people)
  const { packId } = await download(made.staff, made.sessionId, device)
  await world.cloud.clock.advance(10 * MINUTE)
  return { ...made, packId, holder: made.holders[0]! }
}
async function download(staff: string, sessionId: string, device = deviceId) {
  return ok(await world.activities(staff, 'rosterPack', { sessionId, deviceId: device }))
}

test('what was recorded without a network arrives with the time at which it was recorded', async () => {
  const { staff, packId, holders } = await packed(3)
  const at = (await clockOf(world)) - 5 * MINUTE
  const [a, b] = holders as [Holder, Holder, Holder]
  const { results: answers } = ok(
    await sync(staff, packId, [
      { rid: a.rid, at },
      { rid: b.rid, at: at + MINUTE, method: 'MANUAL', reason: '手机没电' },
    ]),
  )
  expect(answers).toEqual([
    { seq: 1, result: 'OK' },
    { seq: 2, result: 'OK' },
  ])
  expect(await rowOfHolder(world, b)).toMatchObject({ state: 'ATTENDED', endedAt: at + MINUTE })
  const row = await rowOfHolder(world, a)
  expect(row).toMatchObject({ endedAt: at, personId: personId(a.openid) })
  expect(row?.sources).toMatchObject([{ at, deviceId, seq: 1, byId: personId(staff) }])
})

test('two hundred records are answered in 15 KB, the refused ones too', async () => {
  const { staff, packId, holders } = await packed(4)
  const at = await clockOf(world)
  const gone = '0'.repeat(26)
  const records = Array.from({ length: 200 }, (_, i) => ({
    seq: 9_000_000 + i,
    at: at - i,
    rid: i % 2 ? (holders[i % 4]?.rid ?? '') : gone,
  }))
  const answer = ok(await sync(staff, packId, records))
  expect(answer.results.map(({ seq }) => seq)).toEqual(records.map(({ seq }) => seq))
  expect(answer.results.filter(({ result }) => result === 'OK')).toHaveLength(100)
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(15_000)
})

test('the same records again are duplicates and add nothing', async () => {
  const { staff, packId, holder } = await packed()
  const records = [{ rid: holder.rid }, { rid: holder.rid, seq: 7 }]
  expect(await results(staff, packId, records)).toEqual(['OK', 'OK'])
  const row = await rowOfHolder(world, holder)
  expect(await results(staff, packId, records)).toEqual(['DUPLICATE', 'DUPLICATE'])
  expect(await rowOfHolder(world, holder)).toEqual(row)
})

test('the earliest report wins and every report is kept', async () => {
  const { staff, packId, holder, sessionId } = await packed()
  const now = await clockOf(world)
  const code = holder.codeAt(now).text
  ok(await world.activities(staff, 'checkIn', { sessionId, code }))
  expect(await results(staff, packId, [{ rid: holder.rid, at: now - 3 * MINUTE }])).toEqual(['OK'])
  const row = await rowOfHolder(world, holder)
  expect(row).toMatchObject({ state: 'ATTENDED', endedAt: now - 3 * MINUTE })
  expect(row?.sources.map(({ seq }) => seq)).toEqual([0, 1])
})

test('a time outside what is possible is moved to the roster or to now', async () => {
  const { staff, packId, holders, sessionId } = await packed(2)
  const [pack] = await world.cloud.find<{ issuedAt: number }>('packs', { sessionId })
  const now = await clockOf(world)
  const [a, b] = holders as [Holder, Holder]
  ok(
    await sync(staff, packId, [
      { rid: a.rid, at: 1 },
      { rid: b.rid, at: now + 5 * HOUR },
    ]),
  )
  expect((await rowOfHolder(world, a))?.endedAt).toBe(pack?.issuedAt)
  const late = (await rowOfHolder(world, b))?.endedAt ?? 0
  expect(late).toBeGreaterThanOrEqual(now)
  expect(late).toBeLessThan(now + MINUTE)
})

test('who signed up after the roster was stored is checked in by the code that was scanned', async () => {
  const { staff, packId, sessionId } = await packed()
  const late = await hold(world, sessionId, 2, await someone(world))
  const at = (await clockOf(world)) - 5 * MINUTE
  const record = (text: string) => ({ code: text, at })
  expect(await results(staff, packId, [record(late.codeAt(at).text)])).toEqual(['OK'])
  expect(await rowOfHolder(world, late)).toMatchObject({ state: 'ATTENDED', endedAt: at })
})

test('a code that is forged, of another moment, of another session or of nobody is refused', async () => {
  const { staff, packId, sessionId } = await packed()
  const late = await hold(world, sessionId, 2, await someone(world))
  const other = await hall(world)
  const at = (await clockOf(world)) - 5 * MINUTE
  const { text } = late.codeAt(at)
  const codes = [
    `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`,
    late.codeAt(at - 3 * MINUTE).text,
    other.holders[0]!.codeAt(at).text,
    text.replace('.2.', '.3.'),
    text.replace('.2.', '.77.'),
    'hello',
  ]
  const records = [...codes.map(code => ({ code, at })), { at }]
  expect(await results(staff, packId, records)).toEqual([
    'CODE_INVALID',
    'CODE_INVALID',
    'CODE_OTHER_SESSION',
    'CODE_INVALID',
    'CODE_INVALID',
    'CODE_INVALID',
    'CODE_INVALID',
  ])
})

test('a holding that was cancelled meanwhile has no place, whoever holds the number now', async () => {
  const { staff, packId, holders, sessionId } = await packed(2)
  const [a, b] = holders as [Holder, Holder]
  await letGo(world, a)
  const next = await hold(world, sessionId, 1, await someone(world))
  ok(await world.activities(staff, 'checkIn', { sessionId, rid: b.rid, reason: 'x' }))
  await setRow(world, b, { state: 'CANCELLED', sources: [] })
  expect(await results(staff, packId, [{ rid: a.rid }, { rid: b.rid }])).toEqual(['NO_PLACE', 'NO_PLACE'])
  expect(await rowOfHolder(world, next)).toBeUndefined()
  expect(await rowOfHolder(world, b)).toMatchObject({ state: 'CANCELLED', sources: [] })
})

test('scans outside the hours are refused, by hand they may be later but need a reason', async () => {
  const { staff, packId, holders, sessionId } = await packed(3)
  const { to } = (await download(staff, sessionId)).session
  await world.cloud.clock.set(to + HOUR)
  const [a, b, c] = holders as [Holder, Holder, Holder]
  expect(
    await results(staff, packId, [
      { rid: a.rid, at: to + MINUTE },
      { rid: b.rid, at: to + MINUTE, method: 'MANUAL', reason: '补签' },
      { rid: c.rid, at: to + MINUTE, method: 'MANUAL', reason: ' ' },
    ]),
  ).toEqual(['OUTSIDE_WINDOW', 'OK', 'REASON_REQUIRED'])
})

test('records that come too late are refused one by one, later ones of the same call are taken', async () => {
  const { staff, packId, holders, sessionId } = await packed(2)
  const { endAt } = (await download(staff, sessionId)).session
  const [a, b] = holders as [Holder, Holder]
  const early = await clockOf(world)
  await world.cloud.clock.set(early + 72 * HOUR + MINUTE)
  const answers = await results(staff, packId, [
    { rid: a.rid, at: early },
    { rid: b.rid, at: endAt - MINUTE },
  ])
  expect(answers).toEqual(['SYNC_TOO_LATE', 'OK'])
  expect(await rowOfHolder(world, a)).toBeUndefined()
})

test('a pack that is not there, of somebody else, or long over is unknown', async () => {
  const { staff, packId, holder, sessionId } = await packed()
  const other = await keeper(world)
  const record = [{ rid: holder.rid }]
  expect(codeOf(await sync(staff, `${packId}x`, record))).toBe('PACK_UNKNOWN')
  expect(codeOf(await sync(other, packId, record))).toBe('PACK_UNKNOWN')
  const { endAt } = (await download(staff, sessionId)).session
  await world.cloud.clock.set(endAt + 72 * HOUR + MINUTE)
  expect(codeOf(await sync(staff, packId, record))).toBe('PACK_UNKNOWN')
})

test('what the device recorded may still come after it wiped the roster', async () => {
  const { staff, packId, holder } = await packed()
  const at = await clockOf(world)
  await world.cloud.clock.advance(20 * HOUR)
  expect(await results(staff, packId, [{ rid: holder.rid, at }])).toEqual(['OK'])
})

test('a no-show whose record comes after the session was finished has attended, without points', async () => {
  const { staff, packId, holder, sessionId } = await packed()
  const at = await clockOf(world)
  await world.cloud.clock.advance(2 * HOUR)
  ok(await world.activities(staff, 'finish', { sessionId }))
  expect(await rowOfHolder(world, holder)).toMatchObject({ state: 'NO_SHOW', points: 2 })
  expect(await results(staff, packId, [{ rid: holder.rid, at }])).toEqual(['OK'])
  expect(await rowOfHolder(world, holder)).toMatchObject({ state: 'ATTENDED', points: 0, endedAt: at })
})

test('what staff took back stays so: an older report that arrives later is kept and changes nothing', async () => {
  const { staff, packId, holder, sessionId } = await packed()
  const at = (await clockOf(world)) - 5 * MINUTE
  expect(await results(staff, packId, [{ rid: holder.rid, at }])).toEqual(['OK'])
  ok(await world.activities(staff, 'checkInUndo', { sessionId, rid: holder.rid, reason: '扫错人' }))
  const second = await download(staff, sessionId, 'device-0002')
  await world.cloud.db
    .collection('packs')
    .where({ _id: second.packId })
    .update({ issuedAt: at - MINUTE })
  expect(await results(staff, packId, [{ rid: holder.rid, at }])).toEqual(['DUPLICATE'])
  expect(await results(staff, second.packId, [{ rid: holder.rid, at: at + MINUTE }])).toEqual([
    'STATE_CHANGED',
  ])
  const row = await rowOfHolder(world, holder)
  expect(row).toMatchObject({ state: 'VOID' })
  expect(row?.sources).toHaveLength(2)
  await world.cloud.clock.advance(MINUTE)
  const later = await clockOf(world)
  expect(await results(staff, packId, [{ rid: holder.rid, at: later, seq: 9 }])).toEqual(['OK'])
  expect(await rowOfHolder(world, holder)).toMatchObject({ state: 'ATTENDED', endedAt: later })
})

test('nobody reports themselves', async () => {
  const { staff, packId, sessionId } = await packed()
  const own = await hold(world, sessionId, 3, staff)
  const reason = '手机没电'
  expect(
    await results(staff, packId, [{ rid: own.rid }, { rid: own.rid, method: 'MANUAL', reason }]),
  ).toEqual(['SELF_REVIEW', 'SELF_REVIEW'])
  expect(await rowOfHolder(world, own)).toBeUndefined()
})

test('nothing is recorded for what was called off', async () => {
  const { staff, packId, holder, sessionId, activityId } = await packed()
  await world.cloud.db.collection('activities').where({ _id: activityId }).update({ state: 'CALLED_OFF' })
  ok(await world.activities(staff, 'roster', { sessionId }))
  const codes = await Promise.all(Array.from({ length: 6 }, () => sync(staff, packId, [{ rid: holder.rid }])))
  expect(codes.map(codeOf)).toContain('STATE_CHANGED')
})

test('two hundred records of a full hall cost a handful of database calls', async () => {
  const { staff, packId, holders } = await packed(200)
  await world.cloud.stats.reset()
  const records = holders.map(({ rid }) => ({ rid }))
  const answers = await results(staff, packId, records)
  expect(new Set(answers)).toEqual(new Set(['OK']))
  const { databaseCalls = 99 } = (await world.cloud.stats.read()).calls['activity.checkInSync'] ?? {}
  expect(databaseCalls).toBeLessThanOrEqual(14)
  expect(await results(staff, packId, records)).toEqual(records.map(() => 'DUPLICATE'))
})
