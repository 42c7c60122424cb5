import { localDate } from '../../../miniprogram/shared/time'
import type { Intake } from '../../../typings/api/legal'
import type { Appointment, Place, Task } from '../../../typings/documents'
import { brokenInvariants } from '../../support/invariants'
import { booking, intake, legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let world: World
let legal: ReturnType<typeof legalFixture>
let lawyerId: string
let made = 0

beforeAll(async () => {
  world = await startWorld()
  legal = legalFixture(world)
  await legal.service()
  await legal.service('contract', { name: '合同审查', needsOpponent: false, claimTypes: ['CONTRACT_REVIEW'] })
  lawyerId = await legal.lawyer('ye', { services: ['ls_labour', 'ls_contract'] })
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

async function worker() {
  const openid = `worker-${++made}`
  await legal.workers(openid)
  return openid
}
/** A slot of its own, `days` after today, each time at another minute. */
let minutes = 0
async function slot(days = 2, of = lawyerId, modes?: ('PHONE' | 'SITE' | 'TEXT')[]) {
  const [slotId = ''] = await legal.slots(of, [tenOclock(world, days) + 31 * MINUTE * minutes++], {
    ...(modes && { modes }),
  })
  return slotId
}
const book = (openid: string, slotId: string, fields = {}) =>
  world.legal(openid, 'book', booking(slotId, fields))
const written = (changes: Partial<Intake>) => ({ intake: { ...intake, ...changes } })
const placeOf = async (slotId: string) => (await world.place(`${slotId}/1`)) as Place
const one = async (where: object) => (await world.cloud.find<Appointment>('appointments', where))[0]

afterEach(async () => expect(await brokenInvariants(world.cloud)).toEqual([]))

test('a worker books a slot: the place is theirs and the appointment stands', async () => {
  const [anna, slotId] = [await worker(), await slot()]
  const { appointmentId, repeated } = ok(await book(anna, slotId))
  expect(repeated).toBe(false)
  const [place, appointment] = [await placeOf(slotId), await one({ _id: appointmentId })]
  expect(place).toMatchObject({ state: 'HELD', holder: personId(anna), step: 'BOOKED' })
  expect(appointment).toMatchObject({
    rid: place.rid,
    state: 'BOOKED',
    lawyerId,
    startAt: place.startAt,
    liveKey: `${personId(anna)}|ls_labour`,
  })
  expect(appointment?.answerBy).toBeLessThanOrEqual(place.startAt - 2 * HOUR)
})

test('a lost answer, a double tap, two phones: one appointment, and the same answer', async () => {
  const [anna, slotId] = [await worker(), await slot()]
  const replies = await Promise.all(Array.from({ length: 4 }, () => book(anna, slotId)))
  const ids = new Set(replies.filter(({ ok }) => ok).map(reply => ok(reply).appointmentId))
  expect(ids.size).toBe(1)
  expect(replies.map(codeOf).every(code => code === 'OK' || code === 'CONFLICT_RETRY')).toBe(true)
  expect(ok(await book(anna, slotId))).toEqual({ appointmentId: [...ids][0], repeated: true })
  expect(await world.cloud.count('appointments', { personId: personId(anna) })).toBe(1)
})

test('two phones and two slots for one service: one appointment, and the other slot is free again', async () => {
  const [anna, first, second] = [await worker(), await slot(3), await slot(3)]
  const codes = (await Promise.all([book(anna, first), book(anna, second)])).map(codeOf).sort()
  expect(codes).toEqual(['OK', 'QUOTA_PERSON'])
  const states = [(await placeOf(first)).state, (await placeOf(second)).state].sort()
  expect(states).toEqual(['FREE', 'HELD'])
})

test('of two who want one slot one has it, and the other is told so', async () => {
  const [anna, bert, slotId] = [await worker(), await worker(), await slot()]
  const codes = (await Promise.all([book(anna, slotId), book(bert, slotId)])).map(codeOf).sort()
  expect(codes).toEqual(['OK', 'SLOT_TAKEN'])
})

test('who tries again after a cut between slot and appointment gets the appointment', async () => {
  const [anna, slotId] = [await worker(), await slot()]
  // account, standing, service, lawyer, try, gate, settings, place: cut off at the insert, wherever that is
  for (let after = 1; (await placeOf(slotId)).state === 'FREE'; after++) {
    await world.cloud.faults.add({ function: 'legal', action: 'book', killAfterCall: after })
    await book(anna, slotId).catch(() => undefined)
    await world.cloud.faults.reset()
    await world.cloud.db
      .collection('tries')
      .where({ at: world.cloud.db.command.gt(0) })
      .remove()
  }
  await world.cloud.db.collection('appointments').where({ slotId }).remove()
  const { appointmentId } = ok(await book(anna, slotId))
  expect((await one({ _id: appointmentId }))?.rid).toBe((await placeOf(slotId)).rid)
})

test('a slot that was taken without an appointment is let go of after a minute', async () => {
  const [anna, slotId] = [await worker(), await slot()]
  ok(await book(anna, slotId))
  await world.cloud.db.collection('appointments').where({ slotId }).remove()
  await world.cloud.timer('jobs')
  expect((await placeOf(slotId)).state).toBe('HELD')
  await world.cloud.clock.advance(61_000)
  await world.cloud.timer('jobs')
  expect(await placeOf(slotId)).toMatchObject({ state: 'FREE', holder: '', step: '' })
})

describe('refused', () => {
  test('NEED_CONSENT: who has not agreed that sensitive words are kept', async () => {
    await world.people(['plain'])
    expect(codeOf(await book('plain', await slot()))).toBe('NEED_CONSENT')
  })

  test('CONSENT_STALE: who agreed to an older text', async () => {
    const [person] = await world.people(['stale'])
    await world.cloud.db
      .collection('persons')
      .where({ _id: person })
      .update({ consents: { LEGAL_SENSITIVE: '2020-01-01' } })
    expect(codeOf(await book('stale', await slot()))).toBe('CONSENT_STALE')
  })

  test('NOT_FOUND: a slot that was never made', async () => {
    const never = (await slot()).replace(/_\d{4}$/, '_0001')
    expect(codeOf(await book(await worker(), never))).toBe('NOT_FOUND')
  })

  test('SLOT_CLOSED: too late, too early, withdrawn, a way it is not given in, a lawyer who is away', async () => {
    const anna = await worker()
    const late = await slot(1)
    await world.cloud.clock.set((await placeOf(late)).startAt - 2 * HOUR + 1000)
    expect(codeOf(await book(anna, late))).toBe('SLOT_CLOSED')
    await world.cloud.clock.set(world.now)
    expect(codeOf(await book(anna, await slot(15)))).toBe('SLOT_CLOSED')
    const withdrawn = await slot()
    await world.cloud.db
      .collection('places')
      .where({ pool: withdrawn })
      .update({ state: 'BLOCKED', holder: `#${withdrawn}/1`, nth: 0 })
    expect(codeOf(await book(anna, withdrawn))).toBe('SLOT_CLOSED')
    expect(codeOf(await book(anna, await slot(), { mode: 'SITE' }))).toBe('SLOT_CLOSED')
    const away = await legal.lawyer('away', { active: false })
    expect(codeOf(await book(anna, await slot(2, away)))).toBe('SLOT_CLOSED')
    const other = await legal.lawyer('other', { services: ['ls_contract'] })
    expect(codeOf(await book(anna, await slot(2, other)))).toBe('SLOT_CLOSED')
  })

  test('QUOTA_PERSON: a second appointment for the same service', async () => {
    const anna = await worker()
    ok(await book(anna, await slot(2)))
    expect(codeOf(await book(anna, await slot(4)))).toBe('QUOTA_PERSON')
  })

  test('TIME_CLASH: while one has a place of an activity, and another appointment', async () => {
    const [anna, slotId] = [await worker(), await slot(5)]
    const { startAt } = await placeOf(slotId)
    const { sessionId } = await world.activity({ starts: [(startAt - world.now) / HOUR - 0.5] })
    ok(await world.activities(anna, 'signUp', { sessionId, rulesVersion: 1 }))
    expect(codeOf(await book(anna, slotId))).toBe('TIME_CLASH')
    const bert = await worker()
    ok(await book(bert, slotId))
    const contract = { serviceId: 'ls_contract', ...written({ claimType: 'CONTRACT_REVIEW', opponents: [] }) }
    expect(codeOf(await book(bert, slotId, contract))).toBe('TIME_CLASH')
  })

  test('TIME_CLASH: a sign-up while one has an appointment, and not for who has none then', async () => {
    const [anna, slotId] = [await worker(), await slot(5)]
    ok(await book(anna, slotId))
    const { startAt } = await placeOf(slotId)
    const during = await world.activity({ starts: [(startAt - world.now) / HOUR - 0.5] })
    const after = await world.activity({ starts: [(startAt - world.now) / HOUR + 1] })
    const signUp = (sessionId: string) => world.activities(anna, 'signUp', { sessionId, rulesVersion: 1 })
    expect(codeOf(await signUp(during.sessionId))).toBe('TIME_CLASH')
    expect(codeOf(await signUp(after.sessionId))).toBe('OK')
  })

  test('NOT_ELIGIBLE: who twice did not come, by phone; in writing they may', async () => {
    const anna = await worker()
    for (const days of [2, 3]) {
      const appointment = await legal.appointment(anna, await slot(days), { state: 'NO_SHOW' })
      await world.cloud.db
        .collection('appointments')
        .where({ _id: appointment._id })
        .update({ liveKey: appointment._id })
    }
    const slotId = await slot(6)
    const refused = await book(anna, slotId)
    expect(refused).toMatchObject({ ok: false, code: 'NOT_ELIGIBLE', detail: { reason: expect.any(String) } })
    expect(codeOf(await book(anna, slotId, { mode: 'TEXT' }))).toBe('OK')
  })

  test('CONFLICT_LAWYER: a lawyer who books themself', async () => {
    const self = await legal.lawyer('self')
    await world.cloud.db
      .collection('persons')
      .where({ _id: personId('self') })
      .update({ consents: { PROFILE: '1', PHONE: '1', LEGAL_SENSITIVE: '2026-09-01' } })
    expect(codeOf(await book('self', await slot(2, self)))).toBe('CONFLICT_LAWYER')
  })

  test('INVALID_INPUT: nobody on the other side, a dispute of another service, words too few', async () => {
    const [anna, slotId] = [await worker(), await slot()]
    for (const changes of [{ opponents: [] }, { claimType: 'INJURY' as const }, { facts: '太短' }])
      expect(codeOf(await book(anna, slotId, written(changes)))).toBe('INVALID_INPUT')
    const contract = { serviceId: 'ls_contract', ...written({ claimType: 'CONTRACT_REVIEW', opponents: [] }) }
    expect(codeOf(await book(anna, slotId, contract))).toBe('OK')
  })

  test('DATE_FUTURE: a key date that has not come', async () => {
    const keyDate = localDate(world.now + DAY)
    expect(codeOf(await book(await worker(), await slot(), written({ keyDate })))).toBe('DATE_FUTURE')
  })

  test('CONTENT_RISKY: words that WeChat refuses; the slot stays free', async () => {
    const [anna, slotId] = [await worker(), await slot()]
    const facts = '这里有一段内容写着违规测试四个字。'
    await world.cloud.script({ api: 'security.msgSecCheck', reply: { result: { suggest: 'risky' } } })
    expect(codeOf(await book(anna, slotId, written({ facts })))).toBe('CONTENT_RISKY')
    expect((await placeOf(slotId)).state).toBe('FREE')
  })

  test("FILE_REJECTED: somebody else's file", async () => {
    const [anna, bert, slotId] = [await worker(), await worker(), await slot()]
    const file = {
      _id: 'fl_01TEST00000000000000000001',
      ownerId: personId(bert),
      fileId: 'x',
      mime: 'image/png',
      bytes: 1,
      at: 0,
    }
    await world.add('files', [file])
    expect(codeOf(await book(anna, slotId, written({ fileIds: [file._id] })))).toBe('FILE_REJECTED')
    expect(codeOf(await book(bert, slotId, written({ fileIds: [file._id] })))).toBe('OK')
  })

  test('RATE_LIMITED: a sixth check of a day, so that nobody finds out whom a firm acts for', async () => {
    const anna = await worker()
    const self = await legal.lawyer('probed')
    await world.add('parties', await declared(self))
    const slotId = await slot(2, self)
    for (let turn = 0; turn < 5; turn++) expect(codeOf(await book(anna, slotId))).toBe('CONFLICT_LAWYER')
    expect(codeOf(await book(anna, slotId))).toBe('RATE_LIMITED')
    await world.cloud.clock.advance(DAY)
    expect(codeOf(await book(anna, await slot(4, self)))).toBe('CONFLICT_LAWYER')
  })
})

async function declared(declarerId: string) {
  const { partyKeys } = await import('../../../cloudfunctions/legal/gate/party-keys')
  const { secrets } = await import('../world')
  const [opponent] = intake.opponents
  const { nameHash, usccHash, grams } = partyKeys(opponent ?? { name: '' }, secrets)
  const firmHash = 'firm probed'
  await world.cloud.db.collection('lawyers').where({ _id: declarerId }).update({ firmHash })
  return [
    {
      _id: `pt_${declarerId}`,
      kind: 'DECLARED',
      declarerId,
      firmHash,
      name: {},
      nameHash,
      usccHash,
      grams,
      untilDate: '2099-01-01',
      refId: '',
    },
  ]
}

test('no more than the month allows, however many taps at once', async () => {
  const anna = await worker()
  await legal.service('third', { claimTypes: ['WAGES'] })
  await legal.service('fourth', { claimTypes: ['WAGES'] })
  const busy = await legal.lawyer('busy', { services: ['ls_labour', 'ls_third', 'ls_fourth'] })
  // three days of one month
  const first = [2, 3, 4, 5, 6].find(days => month(days) === month(days + 2)) ?? 2
  const slots = [await slot(first, busy), await slot(first + 1, busy), await slot(first + 2, busy)]
  const services = ['ls_labour', 'ls_third', 'ls_fourth']
  const replies = await Promise.all(slots.map((slotId, i) => book(anna, slotId, { serviceId: services[i] })))
  expect(replies.map(codeOf).sort()).toEqual(['OK', 'OK', 'QUOTA_PERSON'])
  expect(await world.cloud.count('places', { holder: personId(anna) })).toBe(2)
})
const month = (days: number) => localDate(tenOclock(world, days)).slice(0, 7)

test('many people for a few slots: each slot has one of them', async () => {
  const crowd = Array.from({ length: 40 }, (_, i) => `crowd-${i}`)
  await legal.workers(...crowd)
  const slots: string[] = []
  for (let i = 0; i < 4; i++) slots.push(await slot(7))
  const replies = await Promise.all(crowd.map((openid, i) => book(openid, slots[i % 4] ?? '')))
  const codes = replies.map(codeOf)
  expect(codes.filter(code => code === 'OK')).toHaveLength(4)
  expect(new Set(codes)).toEqual(new Set(['OK', 'SLOT_TAKEN']))
  expect(await world.cloud.count('appointments', { slotId: world.cloud.db.command.in(slots) })).toBe(4)
})

describe('cancelled', () => {
  test('the slot is free for others, and the month has room again', async () => {
    const [anna, slotId] = [await worker(), await slot()]
    const { appointmentId } = ok(await book(anna, slotId))
    expect(ok(await world.legal(anna, 'cancel', { appointmentId }))).toEqual({
      state: 'CANCELLED',
      repeated: false,
    })
    expect(ok(await world.legal(anna, 'cancel', { appointmentId }))).toEqual({
      state: 'CANCELLED',
      repeated: true,
    })
    expect(await placeOf(slotId)).toMatchObject({ state: 'FREE', holder: '' })
    expect(codeOf(await book(await worker(), slotId))).toBe('OK')
    expect(codeOf(await book(anna, await slot(3)))).toBe('OK')
  })

  test('NOT_FOUND for others, STARTED once it began, STATE_CHANGED once a record was begun', async () => {
    const [anna, slotId] = [await worker(), await slot()]
    const { _id: appointmentId, startAt } = await legal.appointment(anna, slotId)
    expect(codeOf(await world.legal(await worker(), 'cancel', { appointmentId }))).toBe('NOT_FOUND')
    await world.cloud.clock.set(startAt)
    expect(codeOf(await world.legal(anna, 'cancel', { appointmentId }))).toBe('STARTED')
    await world.cloud.db
      .collection('appointments')
      .where({ _id: appointmentId })
      .update({ state: 'CONSULTING' })
    expect(codeOf(await world.legal(anna, 'cancel', { appointmentId }))).toBe('STATE_CHANGED')
  })

  test('two taps and a lawyer at once: it ends once', async () => {
    const [anna, slotId] = [await worker(), await slot()]
    const { appointmentId } = ok(await book(anna, slotId))
    const taps = await Promise.all([1, 2, 3].map(() => world.legal(anna, 'cancel', { appointmentId })))
    expect(taps.map(reply => ok(reply).repeated).sort()).toEqual([false, true, true])
    expect((await one({ _id: appointmentId }))?.rev).toBe(2)
  })
})

test('a task tells of each appointment, and the place asks for nothing more', async () => {
  const [anna, slotId] = [await worker(), await slot()]
  const { appointmentId } = ok(await book(anna, slotId))
  await world.cloud.timer('jobs')
  expect(await placeOf(slotId)).toMatchObject({ state: 'HELD', step: '', due: 0 })
  const [task] = await world.cloud.find<Task>('tasks', { _id: `APPT:${appointmentId}` })
  expect(task?.dueAt).toBeGreaterThan(world.now)
})
