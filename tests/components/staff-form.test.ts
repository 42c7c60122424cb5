/** @jest-environment jsdom */
import { expected, differences } from '../../miniprogram/packages/staff/draft/difference'
import { draft, draftSession } from '../shared/draft-sample'
import { mount, parts, spoken, tap, textOf, told } from './mount'

// what these components read when their files are required
Object.assign(globalThis, { wx: { canIUse: () => false } })

const staff = (name: string) => `packages/staff/components/${name}`

test('a row of the form says its field, what stands there and what is wrong with it', () => {
  const row = mount(staff('form-row'), {
    label: '地点',
    placeholder: '在哪里办',
    problem: '请填写地点。',
    arrow: true,
  })
  expect(textOf(row)).toBe('地点在哪里办请填写地点。')
  expect(spoken(row, 'button')).toMatchObject([{ ariaLabel: '地点，在哪里办' }])
  expect(spoken(row, 'alert')).toHaveLength(1)
  row.setData({ value: '职工之家', under: '金桥路1号', problem: '' })
  expect(textOf(row)).toBe('地点职工之家金桥路1号')
})

test('a row that opens nothing is no button', () => {
  expect(spoken(mount(staff('form-row'), { label: '类别', value: '参观' }), 'button')).toEqual([])
})

const session = {
  title: '第 2 场',
  removable: true,
  numbered: true,
  locked: false,
  day: '9月24日（周四）',
  hours: '15:00–17:00',
  opens: '9月18日 09:00 开始',
  closes: '9月24日 13:00 截止',
  spot: '职工之家',
  address: '',
  places: 36,
  unit: '先到先得',
  kept: '',
  rest: '',
  problems: { time: '', signUp: '', spot: '', places: '', kept: '' },
}

test('a session tells which of its fields is to be opened, and its new places', async () => {
  const fields = mount(staff('session-fields'), { session })
  const heard = ['time', 'spot', 'kept', 'remove'].map(type => told(fields, type))
  const places = told(fields, 'places')
  for (const row of [0, 2, 3]) await tap(fields, 'row', row)
  await tap(fields, 'remove')
  await tap(fields, 'end', 1)
  expect(heard.map(list => list.length)).toEqual([1, 1, 1, 1])
  expect(places).toEqual([{ value: 37 }])
})

test('a published session has no stepper: its places open by themselves', async () => {
  const fields = mount(staff('session-fields'), { session: { ...session, locked: true, removable: false } })
  const opened = told(fields, 'capacity')
  expect(parts(fields, 'stepper')).toEqual([])
  expect(parts(fields, 'remove')).toEqual([])
  await tap(fields, 'locked')
  expect(opened).toHaveLength(1)
})

test('a session without sign-up asks for neither places nor times of sign-up', () => {
  const fields = mount(staff('session-fields'), { session: { ...session, numbered: false } })
  expect(textOf(fields)).toBe('第 2 场时间9月24日（周四）15:00–17:00地点职工之家')
})

test('the sheet of times says at once when they stand in the wrong order', () => {
  const sheet = mount(staff('time-sheet'), { visible: true, session: draftSession, form: draft })
  expect(textOf(sheet)).toMatch(
    '开始9月24日（周四）15:00结束9月24日（周四）17:00报名开始9月18日（周五）09:00',
  )
  sheet.setData({ session: { ...draftSession, endAt: draftSession.startAt } })
  expect(spoken(sheet, 'alert')).toHaveLength(1)
  expect(textOf(sheet)).toMatch('结束时间要晚于开始时间。')
  sheet.setData({ session: draftSession, form: { ...draft, mode: 'OPEN' } })
  expect(textOf(sheet)).not.toMatch('报名开始')
})

test('kept places are chosen by kind of work; what is left is for everybody', async () => {
  const sheet = mount(staff('kept-sheet'), { visible: true, session: draftSession })
  const changes = told(sheet, 'change')
  expect(textOf(sheet)).toMatch('1–12 号留给')
  expect(textOf(sheet)).toMatch('其余 13–36 号谁都可以报。')
  // the first chip is riders, the fourth street cleaners
  await tap(sheet, 'choice', 0)
  await tap(sheet, 'choice', 3)
  await tap(sheet, 'link')
  expect(changes).toEqual([
    { kept: [{ label: '快递员、网约车司机', places: 12, employments: ['COURIER', 'DRIVER'] }] },
    {
      kept: [
        {
          label: '快递员、网约车司机、外卖骑手、环卫工人',
          places: 12,
          employments: ['COURIER', 'DRIVER', 'RIDER', 'SANITATION'],
        },
      ],
    },
    { kept: [...draftSession.kept, { label: '', places: 8, employments: [] }] },
  ])
  await tap(sheet, 'remove')
  expect(changes[3]).toEqual({ kept: [] })
})

test('the first segment is meant for couriers, riders and drivers: a third of the places', async () => {
  const sheet = mount(staff('kept-sheet'), { visible: true, session: { ...draftSession, kept: [] } })
  const changes = told(sheet, 'change')
  await tap(sheet, 'link')
  expect(changes).toEqual([
    { kept: [{ label: '新就业形态', places: 12, employments: ['RIDER', 'COURIER', 'DRIVER'] }] },
  ])
})

test('who it is for is said as the sign-up page will say it', async () => {
  const sheet = mount(staff('audience-sheet'), { visible: true, audience: draft.audience })
  const changes = told(sheet, 'change')
  expect(textOf(sheet)).toMatch('报名页会写明：所有职工。')
  await tap(sheet, 'choice', 1)
  await tap(sheet, 'choice', 2)
  expect(changes).toEqual([
    { audience: { memberOnly: true, employments: [] } },
    { audience: { memberOnly: false, employments: ['RIDER'] } },
  ])
})

test('of two versions one chooses field by field; nothing is chosen without being shown', async () => {
  const rows = differences(draft, { ...draft, title: '花灯' }, { ...draft, title: '手作夜', body: '别的' })
  const sheet = mount(staff('conflict-sheet'), { visible: true, by: '董* ', rows })
  const merges = told(sheet, 'merge')
  expect(textOf(sheet)).toMatch('名称用我的花灯用对方的手作夜介绍用我的做一盏灯。用对方的别的')
  await tap(sheet, 'button')
  await tap(sheet, 'version', 1)
  await tap(sheet, 'button')
  expect(merges).toEqual([{ chosen: expected(rows) }, { chosen: { title: 'theirs', body: 'theirs' } }])
})

test('without a reason nothing is done', async () => {
  const sheet = mount(staff('reason-sheet'), { visible: true, title: '取消活动', confirm: '下一步' })
  const done = told(sheet, 'done')
  await tap(sheet, 'button')
  expect(done).toEqual([])
  expect(textOf(sheet)).toMatch('请写明原因，至少2个字。')
})
