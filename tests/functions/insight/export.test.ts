import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import ExcelJS from 'exceljs'
import { nameOwner, phoneOwner } from '../../../cloudfunctions/account/self/me'
import { answersOwner } from '../../../cloudfunctions/activity/holding/answers'
import { attendedRow, rowOf } from '../../../cloudfunctions/activity/roll/attendance'
import { seal } from '../../../cloudfunctions/_kit/crypto'
import { freePlace } from '../../../cloudfunctions/_kit/places/place'
import { ulid } from '../../../cloudfunctions/_kit/ids'
import { stampOf } from '../../../miniprogram/shared/export-words'
import type { Export, Person, Place } from '../../../typings/documents'
import { HOUR, hold, keeper, someone } from '../roll-call'
import type { World } from '../world'
import { codeOf, ok, personId, secrets, startWorld } from '../world'

let world: World
let staff: string
beforeAll(async () => {
  world = await startWorld()
  staff = await keeper(world, ['ROLL'], 'org_S2')
})
afterAll(() => world.cloud.stop())

const ours = { orgId: 'org_S2', orgPath: '/org_R/org_S2/' }
const ask = (sessionId: string, more: object = {}, who = staff) =>
  world.insight(who, 'export', {
    opId: ulid(world.now),
    kind: 'ROSTER',
    sessionId,
    reason: '发放纪念品',
    ...more,
  })

async function called(openid: string, name: string, phone: string, fields: Partial<Person> = {}) {
  const _id = personId(openid)
  await world.cloud.db
    .collection('persons')
    .where({ _id })
    .update({
      name: seal(name, nameOwner(_id), secrets),
      phone: seal(phone, phoneOwner(_id), secrets),
      ...fields,
    })
}

/** Every cell of the sheet behind an address, and the sheet. */
async function sheetAt(url: string) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await (await fetch(url)).arrayBuffer())
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  const cells: ExcelJS.CellValue[][] = []
  sheet.eachRow({ includeEmpty: true }, row => cells.push((row.values as ExcelJS.CellValue[]).slice(1)))
  return { sheet, cells }
}

/** Three places: there, not there yet, offered; and one question. */
async function hallWithAnswers() {
  const { sessionId, activityId } = await world.activity({
    ...ours,
    title: '骑手夜校',
    starts: [-1],
    places: 8,
    questions: [
      { key: 'size', label: '衣服尺码', kind: 'TEXT', options: [], required: false },
      { key: 'food', label: '忌口', kind: 'TEXT', options: [], required: false },
    ],
  })
  const [there, coming, asked] = [await someone(world), await someone(world), await someone(world)]
  await called(there, '林小禾', '13800006620', { employment: 'RIDER' })
  await called(coming, '=SUM(A1)', '13900001111')
  await called(asked, '+1', '13700002222')
  const answers = seal(
    JSON.stringify({ size: '@L', food: '-不吃辣' }),
    answersOwner(sessionId, personId(there)),
    secrets,
  )
  await hold(world, sessionId, 2, there, { answers, headcount: 3, refId: activityId })
  await hold(world, sessionId, 5, coming)
  await hold(world, sessionId, 7, asked, { state: 'OFFERED' })
  const place = (await world.place(`${sessionId}/2`))!
  const source = { at: world.now, method: 'MANUAL', byId: 'p', deviceId: '', seq: 0, syncedAt: 0 } as const
  await world.add('signups', [attendedRow(place, [{ ...source, reason: '手机没电' }])])
  return { sessionId }
}

test('a roster comes as a sheet: who took it out, one row a place, in the order of the numbers', async () => {
  const { sessionId } = await hallWithAnswers()
  const { url, rows, fileName, until } = ok(await ask(sessionId))
  expect(rows).toBe(3)
  expect(fileName).toMatch(/^骑手夜校 \d{4}-\d\d-\d\d 签到表\.xlsx$/)
  expect(until - world.now).toBeGreaterThanOrEqual(0.5 * HOUR)
  const { sheet, cells } = await sheetAt(url)
  expect(cells).toEqual([
    [expect.stringMatching(/^导出人 测试员　时间 \d{4}-\d\d-\d\d \d\d:\d\d　事由 发放纪念品$/)],
    ['号码', '姓名', '尾号', '用工形式', '人数', '状态', '签到时间', '方式', '备注', '衣服尺码', '忌口'],
    [2, '林**', '6620', '外卖骑手', 3, '已签到', stampOf(world.now), '手动签到', '手机没电', '@L', '-不吃辣'],
    [5, '=*******', '1111', '单位职工', 1, '已报名'],
    [7, '+*', '2222', '单位职工', 1, '待确认'],
  ])
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
  expect(sheet.getColumn(2).width).toBe(14)
})

test('in full it has names and numbers, for who may report; and text stays text', async () => {
  const { sessionId } = await hallWithAnswers()
  expect(codeOf(await ask(sessionId, { full: true }))).toBe('NO_PERMISSION')
  const reporter = await keeper(world, ['REPORT'], 'org_S2')
  const { url } = ok(await ask(sessionId, { full: true }, reporter))
  const { sheet, cells } = await sheetAt(url)
  expect(cells[1]?.[2]).toBe('手机号')
  expect(cells.slice(2).map(row => row.slice(1, 3))).toEqual([
    ['林小禾', '13800006620'],
    ['=SUM(A1)', '13900001111'],
    ['+1', '13700002222'],
  ])
  expect(sheet.getCell('B4').type).toBe(ExcelJS.ValueType.String)
  expect(sheet.getCell('B4').numFmt).toBe('@')
})

test('REPORT somewhere else does not open names here', async () => {
  const { sessionId } = await hallWithAnswers()
  const both = await keeper(world, ['ROLL'], 'org_S2')
  await world.grant(both, ['REPORT'], 'org_S1')
  expect(codeOf(await ask(sessionId, { full: true }, both))).toBe('NO_PERMISSION')
})

test('what became of each holding is told, and a cancelled one is not on it', async () => {
  const { sessionId } = await world.activity({ ...ours, starts: [-3] })
  const people = await Promise.all([1, 2, 3].map(() => someone(world)))
  for (const [i, openid] of people.entries()) await hold(world, sessionId, i + 1, openid)
  const [absent, gone, door] = await Promise.all(
    [1, 2, 3].map(async no => (await world.place(`${sessionId}/${no}`))!),
  )
  await world.add('signups', [
    { ...rowOf(absent!, { state: 'NO_SHOW', endedAt: world.now, points: 2 }), waiveReason: '住院' },
    rowOf(gone!, { state: 'CANCELLED', endedAt: world.now, points: 0 }),
    rowOf(door!, { state: 'PENDING', endedAt: world.now, points: 0, walkIn: true }),
  ])
  const { cells } = await sheetAt(ok(await ask(sessionId)).url)
  expect(cells.slice(2).map(row => [row[0], row[5], row[8]])).toEqual([
    [1, '未到场', '住院'],
    [3, '待核验', '现场补报名'],
  ])
})

test('a list leaves with a reason, or not at all', async () => {
  const { sessionId } = await world.activity(ours)
  expect(codeOf(await ask(sessionId, { reason: '  ' }))).toBe('REASON_REQUIRED')
  expect(await world.cloud.find('exports', { refId: sessionId })).toEqual([])
})

test('the same request again answers the same file; for another session it is refused', async () => {
  const { sessionId } = await hallWithAnswers()
  const opId = ulid(world.now)
  const first = ok(await ask(sessionId, { opId }))
  await world.cloud.db
    .collection('places')
    .where({ _id: `${sessionId}/5` })
    .update({ headcount: 9 })
  const again = ok(await ask(sessionId, { opId }))
  expect(again).toMatchObject({ exportId: first.exportId, rows: 3, fileName: first.fileName })
  expect((await sheetAt(again.url)).cells[3]?.[4]).toBe(1)
  const { sessionId: other } = await world.activity(ours)
  expect(codeOf(await ask(other, { opId }))).toBe('OP_MISMATCH')
  expect(await world.cloud.find('exports', { refId: sessionId })).toHaveLength(1)
})

test('two taps at once make one entry', async () => {
  const { sessionId } = await hallWithAnswers()
  const opId = ulid(world.now)
  const both = await Promise.all([ask(sessionId, { opId }), ask(sessionId, { opId })])
  expect(new Set(both.map(reply => ok(reply).exportId)).size).toBe(1)
  expect(await world.cloud.find('exports', { refId: sessionId })).toHaveLength(1)
})

test('more than twenty thousand rows are refused', async () => {
  const { sessionId, activityId } = await world.activity({ ...ours, places: 1 })
  const pool = { pool: sessionId, refId: activityId, segments: [], maxNo: 0, startAt: 0, endAt: 0 }
  const places = Array.from({ length: 20_001 }, (_, i) => ({ ...freePlace(pool, i + 2), state: 'HELD' }))
  await world.add('places', places satisfies Place[] | object[])
  expect(codeOf(await ask(sessionId))).toBe('EXPORT_TOO_BIG')
})

test('a list of more than one read has everybody once, in order', async () => {
  const { sessionId } = await world.activity({ ...ours, places: 1101 })
  const openid = await someone(world)
  const holder = personId(openid)
  await world.cloud.db
    .collection('places')
    .where({ pool: sessionId })
    .options({ multiple: true })
    .update({ state: 'HELD', holder })
  const { url, rows } = ok(await ask(sessionId))
  expect(rows).toBe(1101)
  const numbers = (await sheetAt(url)).cells.slice(2).map(([no]) => no)
  expect(numbers).toEqual(Array.from({ length: 1101 }, (_, i) => i + 1))
})

test('an address ends after half an hour, and its owner gets a new one until a week is over', async () => {
  const { sessionId } = await hallWithAnswers()
  const { exportId, url, fileName } = ok(await ask(sessionId))
  const renew = (who = staff, id = exportId) => world.insight(who, 'exportGet', { exportId: id })
  await world.cloud.clock.advance(0.5 * HOUR + 60_000)
  expect((await fetch(url)).status).toBe(404)
  const renewed = ok(await renew())
  expect(renewed).toMatchObject({ exportId, rows: 3, fileName })
  expect((await sheetAt(renewed.url)).cells).toHaveLength(5)

  const colleague = await keeper(world, ['ROLL', 'REPORT'])
  expect(codeOf(await renew(colleague))).toBe('NOT_FOUND')
  expect(codeOf(await renew(staff, `ex_${personId(staff)}_${ulid(1)}`))).toBe('NOT_FOUND')
  await world.cloud.db
    .collection('exports')
    .where({ _id: exportId })
    .update({ expiresAt: world.now } satisfies Partial<Export>)
  expect(codeOf(await renew())).toBe('NOT_FOUND')
})

test('who lost the right to names gets no new address for a list in full', async () => {
  const { sessionId } = await hallWithAnswers()
  const reporter = await keeper(world, ['REPORT'], 'org_S2')
  const { exportId } = ok(await ask(sessionId, { full: true }, reporter))
  await world.cloud.db
    .collection('grants')
    .where({ personId: personId(reporter) })
    .update({ caps: ['ROLL'] })
  await world.cloud.clock.advance(60_000)
  expect(codeOf(await world.insight(reporter, 'exportGet', { exportId }))).toBe('NO_PERMISSION')
})

test('a session of another union, or none, is refused before anything is read', async () => {
  const { sessionId } = await world.activity({ orgId: 'org_S1', orgPath: '/org_R/org_S1/' })
  expect(codeOf(await ask(sessionId))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await ask('se_01TEST00000000000000009999'))).toBe('NOT_FOUND')
  expect(codeOf(await ask(sessionId, {}, await someone(world)))).toBe('NO_PERMISSION')
})

test('each export and each renewal stands in the audit log', async () => {
  const { sessionId } = await world.activity(ours)
  const { exportId } = ok(await ask(sessionId))
  await world.insight(staff, 'exportGet', { exportId })
  const actions = await world.cloud.find<{ action: string; refId: string }>('audit_pending', {
    actorId: personId(staff),
  })
  expect(actions).toContainEqual(expect.objectContaining({ action: 'insight.export', refId: sessionId }))
  expect(actions).toContainEqual(expect.objectContaining({ action: 'insight.exportGet', refId: exportId }))
})

test('nothing of a list stays in the folder of the function', async () => {
  const sheets = () => readdirSync(tmpdir()).filter(name => name.endsWith('.xlsx'))
  const before = new Set(sheets())
  const { sessionId } = await hallWithAnswers()
  ok(await ask(sessionId))
  // those of other tests that run beside this one come and go
  for (let left = 50; left > 0 && sheets().some(name => !before.has(name)); left--)
    await new Promise(resolve => setTimeout(resolve, 100))
  expect(sheets().filter(name => !before.has(name))).toEqual([])
})
