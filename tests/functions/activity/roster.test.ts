import { nameOwner, phoneOwner } from '../../../cloudfunctions/account/self/me'
import { seal } from '../../../cloudfunctions/_kit/crypto'
import { answersOwner } from '../../../cloudfunctions/activity/holding/answers'
import type { Pack } from '../../../typings/documents'
import { readCheckInCode, verifyCheckIn } from '../../../miniprogram/shared/check-in-code'
import type { Holder } from '../roll-call'
import { clockOf, DAY, hall, hold, HOUR, keeper, setRow, someone } from '../roll-call'
import type { World } from '../world'
import { codeOf, ok, personId, secrets, startWorld } from '../world'

const MINUTE = 60_000
const deviceId = 'device-0001'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
afterEach(() => world.cloud.clock.set(world.now))

const roster = (staff: string, sessionId: string, more: { q?: string; cursor?: string } = {}) =>
  world.activities(staff, 'roster', { sessionId, ...more })
const pack = (staff: string, sessionId: string, more: { cursor?: string } = {}) =>
  world.activities(staff, 'rosterPack', { sessionId, deviceId, ...more })
const checkIn = async (staff: string, holder: Holder) =>
  ok(
    await world.activities(staff, 'checkIn', {
      sessionId: holder.sessionId,
      code: holder.codeAt(await clockOf(world)).text,
    }),
  )

async function called(openid: string, name: string, phone: string) {
  const _id = personId(openid)
  const fields = { name: seal(name, nameOwner(_id), secrets), phone: seal(phone, phoneOwner(_id), secrets) }
  await world.cloud.db.collection('persons').where({ _id }).update(fields)
}

test('the roster lists the places by number, with masked names, and counts the whole session', async () => {
  const { staff, sessionId, holders } = await hall(world, 3)
  await called(holders[0]!.openid, '林小禾', '13800006620')
  await checkIn(staff, holders[1]!)
  const answer = ok(await roster(staff, sessionId))
  expect(answer).toMatchObject({ held: 3, attended: 1, pending: 0 })
  expect(answer.items.map(({ no, state }) => [no, state])).toEqual([
    [1, 'HELD'],
    [2, 'ATTENDED'],
    [3, 'HELD'],
  ])
  expect(answer.items[0]).toMatchObject({
    rid: holders[0]!.rid,
    name: '林**',
    tail: '6620',
    employment: 'OFFICE',
    points: 0,
    walkIn: false,
    answers: [],
  })
  expect(JSON.stringify(answer)).not.toMatch(/林小禾|13800006620/)
  expect(answer.session).toMatchObject({ sessionId, state: 'ON', windowSec: 30 })
  expect(answer.next).toBeUndefined()
})

test('a roster shows offers and claims, and leaves out who has just cancelled', async () => {
  const { staff, sessionId, holders } = await hall(world, 3)
  for (const holder of holders) await checkIn(staff, holder)
  await setRow(world, holders[0]!, { state: 'PENDING' })
  await setRow(world, holders[1]!, { state: 'CANCELLED' })
  await setRow(world, holders[2]!, { state: 'VOID' })
  await hold(world, sessionId, 5, await someone(world), { state: 'OFFERED' })
  const { items, pending } = ok(await roster(staff, sessionId))
  expect(items.map(({ no, state }) => [no, state])).toEqual([
    [1, 'PENDING'],
    [3, 'HELD'],
    [5, 'OFFERED'],
  ])
  expect(pending).toBe(1)
})

test('people are found by number, by the last four digits, and by what their name shows', async () => {
  const { staff, sessionId, holders } = await hall(world, 12)
  await called(holders[2]!.openid, '欧阳小川', '13900001234')
  await called(holders[8]!.openid, '欧文', '13900005678')
  const numbers = async (q: string) => ok(await roster(staff, sessionId, { q })).items.map(({ no }) => no)
  expect(await numbers('3')).toEqual([3])
  expect(await numbers('1234')).toEqual([3])
  expect(await numbers('欧阳小川')).toEqual([3])
  expect(await numbers('欧')).toEqual([3, 9])
  expect(await numbers('欧 5678')).toEqual([9])
  expect(await numbers('欧阳1234')).toEqual([3])
  expect(await numbers('小川')).toEqual([])
  expect(await numbers('9999')).toEqual([])
})

test('no search finds out the part of a name that is hidden, whoever asks', async () => {
  const { sessionId, holders } = await hall(world, 2)
  await called(holders[0]!.openid, '欧阳小川', '13900001234')
  await called(holders[1]!.openid, '欧文', '13900005678')
  for (const staff of [await keeper(world), await keeper(world, ['ROLL', 'REPORT'])]) {
    const numbers = async (q: string) => ok(await roster(staff, sessionId, { q })).items.map(({ no }) => no)
    for (const [right, wrong] of [
      ['欧阳', '欧明'],
      ['欧阳小', '欧明明'],
      ['欧阳小川', '欧文文文'],
      ['欧文', '欧明'],
      ['欧文5678', '欧明5678'],
    ] as const)
      expect([right, await numbers(right)]).toEqual([right, await numbers(wrong)])
  }
})

test('what somebody answered stands on the roster by the label of the question', async () => {
  const { staff, sessionId, activityId } = await hall(world, 0)
  const questions = [{ key: 'size', label: '衣服尺码', kind: 'CHOICE', options: ['M', 'L'], required: true }]
  await world.cloud.db.collection('activities').where({ _id: activityId }).update({ questions })
  const openid = await someone(world)
  const answers = seal(
    JSON.stringify({ size: 'L', gone: 'x' }),
    answersOwner(sessionId, personId(openid)),
    secrets,
  )
  await hold(world, sessionId, 1, openid, { answers })
  expect(ok(await roster(staff, sessionId)).items[0]?.answers).toEqual([{ label: '衣服尺码', text: 'L' }])
})

test('a large roster comes in pages below 30 KB, everybody once', async () => {
  const { staff, sessionId } = await hall(world, 230)
  const numbers: number[] = []
  for (let cursor: string | undefined; ;) {
    const page = ok(await roster(staff, sessionId, cursor ? { cursor } : {}))
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(30_000)
    numbers.push(...page.items.map(({ no }) => no))
    cursor = page.next
    if (!cursor) break
  }
  expect(numbers).toEqual(Array.from({ length: 230 }, (_, i) => i + 1))
})

test('a pack holds what a phone needs to call the roll without a network, in pages below 30 KB', async () => {
  const { staff, sessionId, holders } = await hall(world, 160)
  await checkIn(staff, holders[1]!)
  const first = ok(await pack(staff, sessionId))
  expect(first).toMatchObject({
    packId: `pk_${sessionId}_${deviceId}`,
    expiresAt: first.session.endAt + 12 * HOUR,
    venueKey: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThan(30_000)
  expect(first.items.length).toBeLessThanOrEqual(150)
  const second = ok(await pack(staff, sessionId, { cursor: first.next ?? '' }))
  const rows = [...first.items, ...second.items]
  expect(rows.map(({ no }) => no)).toEqual(holders.map(({ no }) => no))
  expect(second.next).toBeUndefined()
  expect(rows[1]?.at).toBeGreaterThan(0)
  const now = await clockOf(world)
  const parts = readCheckInCode(holders[4]!.codeAt(now).text)!
  const { placeKey = '' } = rows[4] ?? {}
  expect(verifyCheckIn(parts, { sessionId, placeKey, windowSec: first.session.windowSec }, now)).toBe('ok')
})

test('who was only offered a place, or has cancelled, is not in a pack', async () => {
  const { staff, sessionId, holders } = await hall(world, 2)
  await checkIn(staff, holders[0]!)
  await setRow(world, holders[0]!, { state: 'CANCELLED' })
  await hold(world, sessionId, 3, await someone(world), { state: 'OFFERED' })
  expect(ok(await pack(staff, sessionId)).items.map(({ no }) => no)).toEqual([2])
})

test('a pack is given from 24 hours before the start until 12 hours after the end', async () => {
  const { staff, sessionId } = await hall(world)
  const { startAt, endAt } = ok(await roster(staff, sessionId)).session
  const at = async (moment: number) => {
    await world.cloud.clock.set(moment)
    return pack(staff, sessionId)
  }
  const early = await at(startAt - DAY - MINUTE)
  expect(early).toMatchObject({ code: 'PACK_TOO_EARLY', detail: { until: startAt - DAY } })
  expect(codeOf(await world.activities(staff, 'venueKey', { sessionId }))).toBe('PACK_TOO_EARLY')
  expect(codeOf(await at(startAt - DAY + MINUTE))).toBe('OK')
  expect(codeOf(await at(endAt + 12 * HOUR + MINUTE))).toBe('OUTSIDE_WINDOW')
  expect(codeOf(await world.activities(staff, 'venueKey', { sessionId }))).toBe('OUTSIDE_WINDOW')
})

test('a second download renews the pack and does not cut off what the device recorded before', async () => {
  const { staff, sessionId } = await hall(world)
  const stored = async () => (await world.cloud.find<Pack>('packs', { sessionId }))[0]
  ok(await pack(staff, sessionId))
  const first = await stored()
  await world.cloud.clock.advance(10 * MINUTE)
  const other = await keeper(world)
  const again = ok(await pack(other, sessionId))
  expect(await stored()).toMatchObject({ issuedAt: first?.issuedAt, byId: personId(other) })
  expect(again.issuedAt).toBeGreaterThan(first?.issuedAt ?? 0)
})

test('the venue key comes with the live count, and both downloads stand in the audit log', async () => {
  const { staff, sessionId, holders } = await hall(world, 3)
  await checkIn(staff, holders[0]!)
  expect(ok(await world.activities(staff, 'venueKey', { sessionId }))).toMatchObject({ attended: 1, held: 3 })
  ok(await pack(staff, sessionId))
  const log = await world.cloud.find<{ action: string }>('audit_pending', { refId: sessionId })
  expect(log.map(({ action }) => action).sort()).toEqual(['activity.rosterPack', 'activity.venueKey'])
})

test('rosters, packs and keys stay within the union and with who may call the roll', async () => {
  const { sessionId, holders } = await hall(world)
  const elsewhere = await keeper(world, ['ROLL'], 'org_S1')
  const editor = await keeper(world, ['EDIT'])
  expect(codeOf(await roster(elsewhere, sessionId))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await pack(elsewhere, sessionId))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await roster(editor, sessionId))).toBe('OK')
  expect(codeOf(await pack(editor, sessionId))).toBe('NO_PERMISSION')
  expect(codeOf(await roster(holders[0]!.openid, sessionId))).toBe('NO_PERMISSION')
})

test('a session that is not there is not found; one called off gives no pack', async () => {
  const { staff, sessionId } = await hall(world)
  expect(codeOf(await roster(staff, `se_${'0'.repeat(26)}`))).toBe('NOT_FOUND')
  await world.cloud.db.collection('sessions').where({ _id: sessionId }).update({ state: 'CALLED_OFF' })
  expect(codeOf(await pack(staff, sessionId))).toBe('STATE_CHANGED')
  expect(ok(await roster(staff, sessionId)).session.state).toBe('CALLED_OFF')
})
