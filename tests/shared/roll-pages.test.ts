import { checkInCode } from '../../miniprogram/shared/check-in-code'
import {
  checkedIn,
  checkedInBefore,
  outside,
  refused,
} from '../../miniprogram/packages/staff/pages/rollcall/banner'
import { ofPack, withMark, withRecords } from '../../miniprogram/packages/staff/pages/rollcall/roster'
import type { RollModel } from '../../miniprogram/packages/staff/pages/rollcall/rollcall.view'
import { rollView, search } from '../../miniprogram/packages/staff/pages/rollcall/rollcall.view'
import { venueView } from '../../miniprogram/packages/staff/pages/venue/venue.view'
import { checkOffline, findByDigits } from '../../miniprogram/packages/staff/roll/offline-check'
import type { StoredPack } from '../../miniprogram/packages/staff/roll/stored-pack'
import type { RollSession, RosterRow } from '../../typings/api/activity'
import { at } from './sample'

const NOW = at('2026-09-16T09:58:00')
const session: RollSession = {
  sessionId: 'se_01K4DEM0000000000000000081',
  activityId: 'ac_1',
  title: '岗位练兵·快递分拣赛',
  orgName: '工会',
  startAt: at('2026-09-16T09:30:00'),
  endAt: at('2026-09-16T12:00:00'),
  spot: '场馆',
  state: 'ON',
  windowSec: 30,
  from: at('2026-09-16T08:30:00'),
  to: at('2026-09-16T12:00:00'),
}
const row = (no: number, fields: Partial<RosterRow> = {}): RosterRow => ({
  rid: `rid${no}`,
  no,
  name: '马*',
  tail: String(4000 + no),
  employment: 'COURIER',
  headcount: 1,
  state: 'HELD',
  walkIn: false,
  points: 0,
  answers: [],
  ...fields,
})
const model = (rows: RosterRow[], fields: Partial<RollModel> = {}): RollModel => ({
  session,
  rows,
  tab: 'RECENT',
  online: true,
  stored: true,
  unsent: 0,
  ...fields,
})
const there = (no: number, minute: number) =>
  row(no, { state: 'ATTENDED', at: at(`2026-09-16T09:${minute}:00`) })

test('the count is of those who hold a place; an offer that nobody has accepted is not counted', () => {
  const view = rollView(
    model([there(1, 40), row(2), row(3, { state: 'PENDING' }), row(4, { state: 'OFFERED' })]),
  )
  expect(view).toMatchObject({ attended: 1, total: 3 })
  expect(view.tabs.map(({ label }) => label)).toEqual(['最近', '未到 1', '待核验 1', '全部'])
})

test('the latest check-in stands first, with its time and two digits of number', () => {
  const view = rollView(model([there(7, 40), there(12, 58), row(9)]))
  expect(view.rows.map(({ no, state }) => [no, state])).toEqual([
    ['12', '09:58'],
    ['07', '09:40'],
  ])
})

test('a list of two thousand shows sixty and says how many more there are', () => {
  const rows = Array.from({ length: 2000 }, (_, i) => row(i + 1))
  const view = rollView(model(rows, { tab: 'MISSING' }))
  expect(view.rows).toHaveLength(60)
  expect(view.note).toBe('还有 1940 人，可按尾号查找。')
})

test.each([
  [{ online: false, unsent: 3 }, '无网络，可继续签到', '3 条待同步'],
  [{ online: false, stored: false }, '无网络，也没有下载离线名单', ''],
  [{ unsent: 2 }, '正在同步离线签到', '2 条待同步'],
])('%j is said in the strip', (fields, text, count) => {
  expect(rollView(model([], fields)).strip).toMatchObject({ text, count })
})

test('somebody is found by the last four digits, or by the number', () => {
  const rows = [row(1), row(22), row(401)]
  expect(search(rows, '4022').map(({ rid }) => rid)).toEqual(['rid22'])
  expect(search(rows, '1').map(({ rid }) => rid)).toContain('rid1')
  expect(search(rows, '9999')).toEqual([])
  expect(search(rows, ' ')).toEqual([])
})

test('a banner says who, and which number', () => {
  expect(checkedIn(row(31))).toMatchObject({
    tone: 'green',
    title: '签到成功',
    line: '马*　尾号 4031',
    no: 31,
  })
  expect(checkedInBefore(there(7, 40))).toMatchObject({ tone: 'amber', title: '已签到 09:40' })
  expect(outside(50).title).toContain('名单外')
  expect(refused('CODE_EXPIRED').line).toBe('码已过期，请刷新。')
})

test('what this phone recorded shows in the list before the server has it', () => {
  const [first, second] = withRecords(
    [row(1), there(2, 30)],
    [
      { seq: 1, at: NOW, method: 'MANUAL', rid: 'rid1' },
      { seq: 2, at: NOW, method: 'MANUAL', rid: 'rid2' },
    ],
  )
  expect(first).toMatchObject({ state: 'ATTENDED', at: NOW })
  expect(second?.at).toBe(at('2026-09-16T09:30:00'))
})

test('a mark changes its row only, and one that is not listed asks for a new list', () => {
  const mark = { rid: 'rid2', no: 2, headcount: 1, state: 'ATTENDED' as const, walkIn: false, points: 0 }
  expect(withMark([row(1), row(2)], mark)?.map(({ state, name }) => [state, name])).toEqual([
    ['HELD', '马*'],
    ['ATTENDED', '马*'],
  ])
  expect(withMark([row(1)], mark)).toBeUndefined()
})

describe('without a network', () => {
  const placeKey = '12'.repeat(32)
  const pack: StoredPack = {
    packId: 'pk_1',
    session,
    issuedAt: NOW,
    expiresAt: NOW + 1,
    venueKey: '',
    rows: [{ rid: 'rid31', no: 31, name: '马*', tail: '0417', headcount: 1, placeKey }],
  }
  const code = (when: number, fields = {}) =>
    checkInCode({ sessionId: session.sessionId, no: 31, placeKey, windowSec: 30, ...fields }, when)

  test('a code of the roster is known by its key', () => {
    expect(checkOffline(code(NOW).text, pack, NOW)).toMatchObject({
      kind: 'known',
      record: { at: NOW, method: 'SCAN_STAFF', rid: 'rid31' },
    })
  })
  test('a code of a phone whose clock is 20 seconds off is still accepted, an old one is not', () => {
    expect(checkOffline(code(NOW - 20_000).text, pack, NOW).kind).toBe('known')
    expect(checkOffline(code(NOW - 120_000).text, pack, NOW)).toEqual({
      kind: 'refused',
      code: 'CODE_EXPIRED',
    })
  })
  test('a place taken after the download is kept whole for the server', () => {
    const { text } = code(NOW, { no: 40 })
    expect(checkOffline(text, pack, NOW)).toMatchObject({ kind: 'outside', no: 40, record: { code: text } })
  })
  test('a number that changed hands is left to the server, not refused', () => {
    const { text } = code(NOW, { placeKey: '34'.repeat(32) })
    expect(checkOffline(text, pack, NOW)).toMatchObject({ kind: 'outside', record: { code: text } })
  })
  test('another session and anything else is refused at once', () => {
    const { text } = code(NOW, { sessionId: 'se_01K4DEM0000000000000000099' })
    expect(checkOffline(text, pack, NOW)).toEqual({ kind: 'refused', code: 'CODE_OTHER_SESSION' })
    expect(checkOffline('https://example.com', pack, NOW)).toEqual({ kind: 'refused', code: 'CODE_INVALID' })
  })
  test('eight digits read aloud find their place', () => {
    expect(findByDigits(code(NOW).digits, pack, NOW)?.no).toBe(31)
    expect(findByDigits('00000000', pack, NOW)).toBeUndefined()
  })
  test('a stored row is shown as the roster shows it', () => {
    expect(ofPack({ ...pack.rows[0]!, at: NOW })).toMatchObject({ state: 'ATTENDED', at: NOW, name: '马*' })
    expect(ofPack(pack.rows[0]!).state).toBe('HELD')
  })
})

test('the venue code is shown from an hour before until the end', () => {
  const venue = { session, venueKey: '', attended: 20, held: 48 }
  expect(venueView(venue, session.from - 1).shut).toBe('08:30 开始签到')
  expect(venueView(venue, session.from).shut).toBe('')
  expect(venueView(venue, session.to + 1).shut).toBe('签到已结束')
})
