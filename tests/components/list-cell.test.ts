/** @jest-environment jsdom */
import { mount, mountFilled, parts, spoken, textOf } from './mount'

test('a cell that leads somewhere is a button with an arrow, spoken with its note', () => {
  const cell = mount('list-cell', { icon: 'user', title: '我的工会', line: '所属街道', note: '未认证' })
  expect(textOf(cell)).toBe('我的工会所属街道未认证')
  expect(parts(cell, 'icon-user')).toHaveLength(1)
  expect(parts(cell, 'icon-chevron-right')).toHaveLength(1)
  expect(spoken(cell, 'button')).toMatchObject([{ ariaLabel: '我的工会未认证' }])
})

test('a cell with a control of its own is no button and has no arrow', () => {
  const cell = mountFilled('list-cell', '<list-cell title="大字版" control>开</list-cell>')
  expect(textOf(cell)).toBe('大字版开')
  expect(parts(cell, 'icon-chevron-right')).toEqual([])
  expect(spoken(cell, 'button')).toEqual([])
})

test('every cell but the last is parted from the next by a line', () => {
  expect(parts(mount('list-cell', { title: '设置' }), 'lined')).toHaveLength(1)
  expect(parts(mount('list-cell', { title: '设置', last: true }), 'lined')).toEqual([])
})

test('only what is unread carries a dot', () => {
  expect(parts(mount('list-cell', { title: '消息', note: '3 条未读', dot: true }), 'dot')).toHaveLength(1)
  expect(parts(mount('list-cell', { title: '消息' }), 'dot')).toEqual([])
})
