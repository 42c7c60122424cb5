import {
  emptyGrant,
  lastDate,
  needsSecond,
  toGrant,
} from '../../miniprogram/packages/admin/pages/roles/grant-form'
import { grantRow, rolesView } from '../../miniprogram/packages/admin/pages/roles/roles.view'
import { orgProblem, orgsView } from '../../miniprogram/packages/admin/pages/orgs/orgs.view'
import {
  settingHint,
  settingProblem,
  settingsView,
} from '../../miniprogram/packages/admin/pages/settings/settings.view'
import type { GrantItem, OrgItem, SettingItem } from '../../typings/api/account'
import { at } from './sample'

const NOW = at('2026-09-16T10:00:00')
const grant: GrantItem = {
  grantId: 'gr_1',
  personId: 'p_1',
  name: '董*',
  phone: '138****6627',
  role: 'STAFF',
  caps: ['EDIT', 'ROLL'],
  orgId: 'org_S2',
  orgName: '和顺街道总工会',
  untilDate: '2027-06-30',
  state: 'ACTIVE',
  expired: false,
  mine: false,
  reason: '',
}
const pending: GrantItem = { ...grant, grantId: 'gr_2', state: 'PENDING' }

describe('grants', () => {
  test('a row says who, where, what and until when', () => {
    expect(grantRow(grant)).toMatchObject({
      name: '董*',
      role: '工会干部　和顺街道总工会',
      caps: '活动编辑、现场签到',
      state: '有效至 2027-06-30',
    })
  })
  test('the administrator who gave it waits for another; the other is asked', () => {
    expect(grantRow(pending).state).toBe('待您复核')
    expect(grantRow({ ...pending, mine: true }).state).toBe('等另一位管理员复核')
  })
  test('a grant that is over by its date is not among those in force', () => {
    const rows = (filter: 'ACTIVE' | 'ENDED' | 'PENDING' | 'ALL') => {
      const view = rolesView([grant, pending, { ...grant, grantId: 'gr_3', expired: true }], filter)
      return view.kind === 'ready' ? view.rows.map(({ grantId }) => grantId) : []
    }
    expect(rows('ACTIVE')).toEqual(['gr_1'])
    expect(rows('PENDING')).toEqual(['gr_2'])
    expect(rows('ENDED')).toEqual(['gr_3'])
    expect(rows('ALL')).toHaveLength(3)
  })
  test('money, approval and administration want a second administrator', () => {
    const form = emptyGrant(NOW)
    expect(needsSecond(form)).toBe(false)
    expect(needsSecond({ ...form, caps: ['APPROVE'] })).toBe(true)
    expect(needsSecond({ ...form, role: 'ADMIN' })).toBe(true)
    expect(needsSecond({ ...form, role: 'LAWYER', caps: ['FINANCE'] })).toBe(false)
  })
  test('what is missing is said; what is whole is sent, a year at most', () => {
    const form = emptyGrant(NOW)
    const person = { personId: 'p_1', name: '董*', phone: '', orgName: '' }
    const org = { orgId: 'org_S2', name: '和顺街道总工会' }
    expect(toGrant(form)).toMatch('手机号')
    expect(toGrant({ ...form, person })).toMatch('工会')
    expect(toGrant({ ...form, person, org, caps: [] })).toMatch('职责')
    expect(toGrant({ ...form, person, org })).toEqual({
      personId: 'p_1',
      role: 'STAFF',
      orgId: 'org_S2',
      caps: ['EDIT', 'ROLL'],
      untilDate: lastDate(NOW),
    })
    expect(toGrant({ ...form, person, org, role: 'ADMIN' })).toMatchObject({ caps: [] })
  })
})

test('an organisation says its kind, what lies below and whether it is closed', () => {
  const org: OrgItem = {
    orgId: 'org_S2',
    name: '和顺街道总工会',
    short: '和顺街道',
    kind: 'STREET',
    parentId: 'org_R',
    path: '/org_R/org_S2/',
    open: false,
    rev: 1,
    children: 2,
  }
  expect(orgsView([org], [], '')).toMatchObject({
    here: '全部工会',
    rows: [{ line: '街道总工会，下级 2 个，已停用' }],
  })
  expect(orgsView([], [org], '')).toMatchObject({ here: '和顺街道总工会', empty: '没有下级工会。' })
  expect(orgsView([], [], '环卫')).toMatchObject({ empty: '没有找到这个工会。' })
  expect(orgProblem({ name: '和', short: '和顺' })).toMatch('全称')
  expect(orgProblem({ name: '和顺街道总工会', short: '' })).toMatch('简称')
  expect(orgProblem({ name: '和顺街道总工会', short: '和顺' })).toBe('')
})

test('a setting shows its range, and its preset once it is another', () => {
  const setting: SettingItem = {
    key: 'wait.offerMin',
    label: '候补确认时限',
    unit: '分钟',
    value: 60,
    preset: 120,
    min: 15,
    max: 1440,
    rev: 2,
  }
  expect(settingsView([setting], [])).toMatchObject({
    rows: [{ value: '1 小时', line: '15 分钟–24 小时，默认 2 小时' }],
  })
  expect(settingsView([{ ...setting, value: 90, preset: 90, max: 10080 }], [])).toMatchObject({
    rows: [{ value: '90 分钟', line: '15 分钟–7 天' }],
  })
  expect(
    settingsView([{ ...setting, unit: '天', value: 90, preset: 90, min: 7, max: 365 }], []),
  ).toMatchObject({
    rows: [{ value: '90 天', line: '7–365 天' }],
  })
  expect(settingHint(setting, '60')).toBe('可填 15 到 1440 分钟，60 分钟就是 1 小时。')
  expect(settingHint(setting, '')).toBe('可填 15 到 1440 分钟。')
  expect(settingHint(setting, '5o')).toBe('可填 15 到 1440 分钟。')
  expect(settingProblem(setting, '14')).toBe('请填写 15 到 1440 分钟。')
  expect(settingProblem(setting, '1.5')).toBe('请填写整数。')
  expect(settingProblem(setting, '120')).toBe('')
})
