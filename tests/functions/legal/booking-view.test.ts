import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { init } from '@cloudbase/node-sdk'
import { agreements } from '../../../miniprogram/shared/agreements'
import { localDate } from '../../../miniprogram/shared/time'
import { sealText } from '../../../cloudfunctions/legal/sealed'
import type { Appointment, Consent, ConsultNote, Person } from '../../../typings/documents'
import { booking, intake, legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { codeOf, ok, personId, secrets, startWorld } from '../world'

const HOUR = 3600_000
const JPEG = [0xff, 0xd8, 0xff, 0xe0]
const PDF = [...Buffer.from('%PDF-1.7')]

let world: World
let legal: ReturnType<typeof legalFixture>
let lawyerId: string
let made = 0

beforeAll(async () => {
  world = await startWorld()
  legal = legalFixture(world)
  await legal.service()
  lawyerId = await legal.lawyer('ye')
  await legal.lawyer('gu')
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

async function worker() {
  const openid = `worker-${++made}`
  await legal.workers(openid)
  return openid
}
let minutes = 0
async function slot(days = 2) {
  const [slotId = ''] = await legal.slots(lawyerId, [tenOclock(world, days) + 31 * 60_000 * minutes++])
  return slotId
}
async function booked(fields: Partial<Appointment> = {}) {
  const anna = await worker()
  return { anna, ...(await legal.appointment(anna, await slot(), fields)) }
}
const view = (openid: string, appointmentId: string) => world.legal(openid, 'appointment', { appointmentId })
const set = (_id: string, fields: Partial<Appointment>) =>
  world.cloud.db.collection('appointments').where({ _id }).update(fields)
const cleared = () => ({ state: 'CLEARED' as const, clearedAt: world.now })

async function upload(name: string, bytes: Buffer): Promise<string> {
  const { TCB_CONTEXT_CNFG = '' } = world.cloud.sdk()
  const { URL: serviceUrl } = JSON.parse(TCB_CONTEXT_CNFG) as { URL: string }
  const app = init({ env: 'local', secretId: 'test', secretKey: 'test', serviceUrl })
  return (await app.uploadFile({ cloudPath: name, fileContent: bytes })).fileID
}

describe('an appointment', () => {
  test('shows its worker everything they wrote, and what they may do', async () => {
    const { anna, _id } = await booked()
    expect(ok(await view(anna, _id))).toMatchObject({
      as: 'WORKER',
      lawyer: '叶律师',
      person: '',
      phone: '',
      opponents: intake.opponents,
      intake: { claimType: 'WAGES', facts: intake.facts, keyDate: '2026-08-01' },
      suspected: false,
      can: { cancel: true, rate: false, answer: false, record: false, noShow: false },
    })
  })

  test('shows a lawyer who has not answered a masked name and the other side, and no facts', async () => {
    const { _id } = await booked({ suspected: 0.9 })
    const seen = ok(await view('ye', _id))
    expect(seen).toMatchObject({ as: 'LAWYER', person: '测**', phone: '', suspected: true })
    expect(seen.opponents).toEqual(intake.opponents)
    expect(seen.can).toMatchObject({ answer: true, record: false })
    expect(seen.intake).toBeUndefined()
    expect(JSON.stringify(seen)).not.toContain(intake.facts)
  })

  test('shows a lawyer who has cleared it the facts, and the number from a day before', async () => {
    const { _id, startAt } = await booked()
    await set(_id, cleared())
    const early = ok(await view('ye', _id))
    expect(early).toMatchObject({ person: '测试员', phone: '', intake: { facts: intake.facts } })
    await world.cloud.clock.set(startAt - 23 * HOUR)
    expect(ok(await view('ye', _id)).phone).toBe('13800000000')
    await world.cloud.clock.set(startAt)
    expect(ok(await view('ye', _id)).can).toMatchObject({ answer: false, record: true, noShow: true })
  })

  test('takes the facts from the lawyer again when a conflict is found later', async () => {
    const { _id } = await booked()
    for (const state of ['CONFLICTED', 'CANCELLED', 'ESCALATED', 'BOOKED'] as const) {
      await set(_id, { state, clearedAt: world.now })
      expect(ok(await view('ye', _id)).intake).toBeUndefined()
    }
  })

  test('is not there for another lawyer, for another worker, and for staff', async () => {
    const { _id } = await booked(cleared())
    await world.people(['staff'])
    await world.grant('staff', ['CASE'])
    for (const openid of ['gu', 'staff', await worker()])
      expect(codeOf(await view(openid, _id))).toBe('NOT_FOUND')
  })

  test('is not there for a lawyer whose grant has ended', async () => {
    const former = await legal.lawyer('former')
    const [slotId = ''] = await legal.slots(former, [tenOclock(world, 3)])
    const { _id } = await legal.appointment(await worker(), slotId, cleared())
    await world.cloud.db
      .collection('grants')
      .where({ personId: personId('former') })
      .update({ state: 'REVOKED' })
    await world.cloud.clock.advance(6000)
    expect(codeOf(await view('former', _id))).toBe('NOT_FOUND')
  })

  test('shows its record to the lawyer as a draft, and to the worker once it is final', async () => {
    const { anna, _id } = await booked({ ...cleared(), state: 'CONSULTING' })
    const note: ConsultNote = {
      _id: `cn_${_id}`,
      createdAt: world.now,
      updatedAt: world.now,
      rev: 1,
      ofRev: 1,
      facts: sealText('欠薪两个月', _id, 'findings', secrets),
      advice: sealText('先申请调解', _id, 'advice', secrets),
      next: 'MEDIATION',
      finalAt: 0,
    }
    await world.add('consult_notes', [note])
    expect(ok(await view(anna, _id)).record).toBeUndefined()
    expect(ok(await view('ye', _id)).record).toMatchObject({ advice: '先申请调解', finalAt: 0 })
    await world.cloud.db.collection('consult_notes').where({ _id: note._id }).update({ finalAt: world.now })
    expect(ok(await view(anna, _id)).record).toMatchObject({ facts: '欠薪两个月', next: 'MEDIATION' })
  })
})

describe('rating', () => {
  const rate = (openid: string, appointmentId: string, text?: string) =>
    world.legal(openid, 'rate', { appointmentId, score: 4, ...(text !== undefined && { text }) })

  test('counts once, and is read by both sides', async () => {
    const { anna, _id } = await booked({ ...cleared(), state: 'DONE' })
    expect(ok(await rate(anna, _id, '讲得很清楚'))).toEqual({ repeated: false })
    expect(ok(await rate(anna, _id, '另一句'))).toEqual({ repeated: true })
    for (const openid of [anna, 'ye'])
      expect(ok(await view(openid, _id)).rating).toEqual({ score: 4, text: '讲得很清楚' })
  })

  test('STATE_CHANGED before the record is final, CONTENT_RISKY, NOT_FOUND for others', async () => {
    const { anna, _id } = await booked()
    expect(codeOf(await rate(anna, _id))).toBe('STATE_CHANGED')
    await set(_id, { ...cleared(), state: 'DONE' })
    expect(codeOf(await rate(anna, _id, '违规样例'))).toBe('CONTENT_RISKY')
    expect(codeOf(await rate(await worker(), _id))).toBe('NOT_FOUND')
  })
})

describe('a file', () => {
  const add = (openid: string, fileId: string) => world.legal(openid, 'fileAdd', { fileId })

  test('is what its bytes say, belongs to who added it, and is read through a link', async () => {
    const anna = await worker()
    const id = await upload('legal/a/1.pdf', Buffer.from([...PDF, 1]))
    const file = ok(await add(anna, id))
    expect(file).toEqual({
      id: expect.stringMatching(/^fl_/),
      mime: 'application/pdf',
      bytes: PDF.length + 1,
    })
    expect(ok(await add(anna, id))).toEqual(file)
    expect(codeOf(await add(await worker(), id))).toBe('FILE_REJECTED')
    const fileIds = [file.id]
    const { appointmentId } = ok(
      await world.legal(anna, 'book', booking(await slot(), { intake: { ...intake, fileIds } })),
    )
    const link = (openid: string, id = file.id) => world.legal(openid, 'fileLink', { appointmentId, id })
    const { url } = ok(await link(anna))
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(Buffer.from([...PDF, 1]))
    expect(codeOf(await link('ye'))).toBe('CONFLICT_UNANSWERED')
    expect(codeOf(await link('gu'))).toBe('NOT_FOUND')
    await set(appointmentId, cleared())
    expect(codeOf(await link('ye'))).toBe('OK')
    expect(codeOf(await link('ye', 'fl_01TEST00000000000000000009'))).toBe('NOT_FOUND')
    expect(ok(await view('ye', appointmentId)).intake?.files).toEqual([file])
    const entries = await world.cloud.find<{ refId: string }>('audit_pending', { action: 'legal.fileLink' })
    expect(entries.map(({ refId }) => refId)).toContain(appointmentId)
  })

  test('that lies about its type, is too large or is not there, is rejected', async () => {
    const anna = await worker()
    const files = [
      await upload('legal/a/lie.pdf', Buffer.from(JPEG)),
      await upload('legal/a/lie.jpg', Buffer.from(PDF)),
      await upload('legal/a/program.png', Buffer.from('MZ')),
      await upload('legal/a/large.pdf', Buffer.concat([Buffer.from(PDF), Buffer.alloc(10 * 1024 * 1024)])),
      (await upload('legal/a/gone.pdf', Buffer.from(PDF))).replace('gone', 'never'),
    ]
    for (const file of files)
      expect(await add(anna, file)).toMatchObject({ code: 'FILE_REJECTED', detail: { field: 'fileId' } })
    const elsewhere = await upload('covers/a.jpg', Buffer.from(JPEG))
    expect(codeOf(await add(anna, elsewhere))).toBe('INVALID_INPUT')
  })

  test('that must not be kept is refused', async () => {
    const file = await upload('legal/a/risky.jpg', Buffer.from(JPEG))
    await world.cloud.script({ api: 'security.imgSecCheck', errCode: 87014 })
    expect(codeOf(await add(await worker(), file))).toBe('CONTENT_RISKY')
  })

  test('RATE_LIMITED: more than a person has hands', async () => {
    const anna = await worker()
    const absent = (i: number) => `cloud://gongjia-local.files/legal/none/${i}.pdf`
    for (let i = 0; i < 20; i++) expect(codeOf(await add(anna, absent(i)))).toBe('FILE_REJECTED')
    expect(codeOf(await add(anna, absent(20)))).toBe('RATE_LIMITED')
  })
})

test('my appointments stand with the latest first, a page at a time', async () => {
  const anna = await worker()
  const starts = Array.from({ length: 25 }, (_, i) => tenOclock(world, 20 + i))
  const slots = await legal.slots(lawyerId, starts)
  for (const slotId of slots) {
    const { _id } = await legal.appointment(anna, slotId, { serviceId: `ls_${slotId.slice(-13)}` })
    expect(_id).toMatch(/^apt_/)
  }
  const first = ok(await world.legal(anna, 'mine', {}))
  expect(first.items).toHaveLength(20)
  const second = ok(await world.legal(anna, 'mine', { cursor: first.next ?? '' }))
  expect([...first.items, ...second.items].map(({ startAt }) => startAt)).toEqual([...starts].reverse())
  expect(second.next).toBeUndefined()
  expect(first.items[0]).toMatchObject({ lawyer: '叶律师', firm: '明理演示所', state: 'BOOKED' })
})

describe('beside activities', () => {
  test('my activities know nothing of appointments; the agenda and its calendar have both', async () => {
    const anna = await worker()
    const slotId = await slot(3)
    const { appointmentId } = ok(await world.legal(anna, 'book', booking(slotId)))
    const { sessionId } = await world.activity({ starts: [30] })
    ok(await world.activities(anna, 'signUp', { sessionId, rulesVersion: 1 }))
    const mine = ok(await world.activities(anna, 'mine', { tab: 'UPCOMING' }))
    expect(mine.items.map(item => item.sessionId)).toEqual([sessionId])
    const from = localDate(world.now)
    const { events, icsText = '' } = ok(
      await world.account(anna, 'agenda', { from, to: localDate(world.now + 20 * 24 * HOUR), ics: true }),
    )
    expect(events.map(({ kind, refId }) => [kind, refId])).toEqual([
      ['ACTIVITY', sessionId],
      ['APPOINTMENT', appointmentId],
    ])
    expect(icsText).toContain('法律咨询（电话）')
    expect(icsText).not.toContain('工资')
    ok(await world.legal(anna, 'cancel', { appointmentId }))
    const after = ok(await world.account(anna, 'agenda', { from, to: localDate(world.now + 20 * 24 * HOUR) }))
    expect(after.events).toHaveLength(1)
  })

  test('what is over stands under my activities without the consultations of that time', async () => {
    const anna = await worker()
    await legal.appointment(anna, await slot(2))
    await world.cloud.clock.advance(10 * 24 * HOUR)
    expect(ok(await world.activities(anna, 'mine', { tab: 'ENDED' })).items).toEqual([])
  })
})

describe('agreeing', () => {
  const { version } = agreements.LEGAL_SENSITIVE
  const say = (openid: string, give: boolean, text = version) =>
    world.account(openid, 'consentSet', { purpose: 'LEGAL_SENSITIVE', version: text, give })
  const rows = (openid: string) =>
    world.cloud.find<Consent>('consents', { personId: personId(openid), purpose: 'LEGAL_SENSITIVE' })

  test('is a row of the ledger each time, and the next booking knows at once', async () => {
    await world.people(['agrees'])
    const slotId = await slot()
    expect(codeOf(await world.legal('agrees', 'book', booking(slotId)))).toBe('NEED_CONSENT')
    expect(ok(await say('agrees', true))).toEqual({ repeated: false })
    expect(ok(await say('agrees', true))).toEqual({ repeated: true })
    expect(codeOf(await world.legal('agrees', 'book', booking(slotId)))).toBe('OK')
    expect(ok(await say('agrees', false))).toEqual({ repeated: false })
    expect((await rows('agrees')).map(({ give }) => give)).toEqual([true, false])
    const [person] = await world.cloud.find<Person>('persons', { _id: personId('agrees') })
    expect(Object.keys(person?.consents ?? {}).sort()).toEqual(['PHONE', 'PROFILE'])
  })

  test('two taps at once are one row; what stands in the account is what the last row says', async () => {
    await world.people(['taps'])
    const replies = await Promise.all([say('taps', true), say('taps', true), say('taps', true)])
    expect(replies.map(codeOf).filter(code => code !== 'OK' && code !== 'CONFLICT_RETRY')).toEqual([])
    expect(await rows('taps')).toHaveLength(1)
    await Promise.all([say('taps', false), say('taps', true), say('taps', false)])
    const seq = ({ _id }: Consent) => Number(_id.split(':').pop())
    const last = (await rows('taps')).sort((a, b) => seq(a) - seq(b)).pop()
    const [person] = await world.cloud.find<Person>('persons', { _id: personId('taps') })
    expect(person?.consents.LEGAL_SENSITIVE).toBe(last?.give ? version : undefined)
  })

  test('CONSENT_STALE to an older text, INVALID_INPUT for what the account itself needs', async () => {
    await world.people(['old'])
    expect(codeOf(await say('old', true, '2020-01-01'))).toBe('CONSENT_STALE')
    const withdrawn = { purpose: 'PROFILE', version, give: false }
    expect(codeOf(await world.ask('account', 'old', 'consentSet', withdrawn))).toBe('INVALID_INPUT')
  })
})

test('nothing that was written to a lawyer can be read in the database or in the log', async () => {
  const anna = await worker()
  const secret = { facts: '老板张三丰扣了我的加班费一万元。', opponents: [{ name: '秘密对方运输有限公司' }] }
  const { appointmentId } = ok(
    await world.legal(anna, 'book', booking(await slot(), { intake: { ...intake, ...secret } })),
  )
  await set(appointmentId, { ...cleared(), state: 'DONE' })
  ok(await world.legal(anna, 'rate', { appointmentId, score: 5, text: '评价里的悄悄话' }))
  ok(await view('ye', appointmentId))
  await world.cloud.timer('jobs')
  const files = readdirSync(world.cloud.data).filter(name => /\.(sqlite|db)/.test(name))
  expect(files.length).toBeGreaterThan(0)
  const kept = Buffer.concat(files.map(name => readFileSync(path.join(world.cloud.data, name))))
  expect(kept.includes(appointmentId)).toBe(true)
  const printed = world.cloud.lines.join('\n')
  for (const word of ['张三丰', '加班费', '秘密对方', '悄悄话', '测试员', '13800000000']) {
    expect([word, kept.includes(word)]).toEqual([word, false])
    expect([word, printed.includes(word)]).toEqual([word, false])
  }
})

test('a place that is offered is not accepted while one has an appointment, staff-found or not', async () => {
  const anna = await worker()
  const slotId = await slot(4)
  const { startAt, rid, personId: holder } = await legal.appointment(anna, slotId)
  await world.cloud.db
    .collection('places')
    .where({ rid, holder })
    .update({ capKey: `${slotId}/1` })
  const { sessionId } = await world.activity({ starts: [(startAt - world.now) / HOUR], places: 1 })
  const bert = await worker()
  ok(await world.activities(bert, 'signUp', { sessionId, rulesVersion: 1 }))
  ok(await world.activities(anna, 'waitJoin', { sessionId, rulesVersion: 1, autoAccept: true }))
  ok(await world.activities(bert, 'cancel', { sessionId }))
  expect((await world.place(`${sessionId}/1`))?.holder).toBe('')
})
