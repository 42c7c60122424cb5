import { deskView, roleOptions } from '../../miniprogram/packages/staff/pages/desk/desk.view'
import type { RoleHeld } from '../../typings/api/account'
import type { Desk } from '../../typings/api/insight'
import type { Cap } from '../../typings/documents'
import { NOW, at } from './sample'

const role = (caps: Cap[], change: Partial<RoleHeld> = {}): RoleHeld => ({
  role: 'STAFF',
  orgId: 'org_S2',
  orgName: '和顺街道总工会',
  caps,
  untilDate: '2027-06-30',
  ...change,
})
const desk: Desk = {
  orgName: '和顺街道总工会',
  name: '董*',
  todos: [
    { kind: 'UNFINISHED', count: 1, line: '岗位练兵', at: at('2026-09-16T09:00:00') },
    { kind: 'DRAFT', count: 2, line: '秋季安全讲座', at: at('2026-09-15T16:20:00') },
  ],
  today: [
    {
      sessionId: 'se_1',
      title: '骑手夜校',
      startAt: at('2026-09-16T19:00:00'),
      endAt: at('2026-09-16T20:30:00'),
      held: 31,
      attended: 0,
    },
  ],
}
const view = (roles: RoleHeld[], now = NOW) => deskView({ desk, roles, now })

test('what waits is a row of words with its count, and opens where it is done', () => {
  expect(view([role(['EDIT'])]).todos).toEqual([
    {
      kind: 'UNFINISHED',
      icon: 'time',
      tone: 'amber',
      title: '待结束签到',
      line: '岗位练兵，9月16日 09:00 已到时间',
      count: 1,
      url: '/packages/staff/pages/activities/activities?state=OVER',
    },
    expect.objectContaining({
      title: '活动草稿',
      tone: '',
      line: '秋季安全讲座，9月15日 16:20 保存',
      count: 2,
    }),
  ])
})

test('consultations that need another lawyer lead to where one is found', () => {
  const legal = { kind: 'LEGAL' as const, count: 2, line: '劳动争议咨询', at: at('2026-09-17T10:00:00') }
  const [todo] = deskView({ desk: { ...desk, todos: [legal] }, roles: [role(['CASE'])], now: NOW }).todos
  expect(todo).toMatchObject({
    title: '法律预约待协调',
    line: '劳动争议咨询，9月17日 10:00 开始',
    url: '/packages/staff/pages/legal/legal',
  })
})

test('today says when a session begins, or until when it runs', () => {
  expect(view([]).today).toMatchObject([{ when: '今天 19:00–20:30', count: '0 / 31' }])
  expect(view([], at('2026-09-16T19:10:00')).today[0]?.when).toBe('进行中，到 20:30')
})

test('only shortcuts that the capabilities allow are there', () => {
  const labels = (caps: Cap[]) => view([role(caps)]).shortcuts.map(({ label }) => label)
  expect(labels(['EDIT', 'ROLL'])).toEqual(['新建活动', '现场签到', '活动管理', '审批', '海报'])
  expect(labels(['ROLL'])).toEqual(['现场签到', '活动管理'])
  expect(labels(['APPROVE'])).toEqual(['审批'])
  expect(labels(['CASE'])).toEqual(['法律协调'])
  expect(labels(['JOIN'])).toEqual([])
  expect(view([role(['EDIT'], { role: 'LAWYER' })]).shortcuts).toEqual([])
})

test('who holds several roles may switch between them, once each', () => {
  const roles = [role(['EDIT']), role(['ROLL'], { orgName: '明城区总工会' }), role([], { role: 'ADMIN' })]
  expect(view(roles).several).toBe(true)
  expect(view([role(['EDIT'])]).several).toBe(false)
  expect(roleOptions(roles)).toEqual([
    { key: 'STAFF', label: '工会干部　和顺街道总工会、明城区总工会' },
    { key: 'ADMIN', label: '管理员　和顺街道总工会' },
  ])
})
