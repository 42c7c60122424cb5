/** @jest-environment jsdom */
import { mount, mountFilled, spoken, tap, textOf, told } from './mount'

test('a sheet is there only while it is visible', () => {
  const sheet = mount('bottom-sheet', { visible: false, title: '规则' })
  expect(textOf(sheet)).toBe('')
  sheet.setData({ visible: true })
  expect(textOf(sheet)).toBe('规则')
  expect(spoken(sheet, 'dialog')).toMatchObject([{ ariaLabel: '规则' }])
})

test('a sheet tells that the person leaves it, by its cross or beside it, and leaves the closing to the page', async () => {
  const sheet = mount('bottom-sheet', { visible: true, title: '规则' })
  const closes = told(sheet, 'close')
  await tap(sheet, 'close')
  expect(closes).toHaveLength(1)
  await tap(sheet, 'beside')
  expect(closes).toHaveLength(2)
  expect(textOf(sheet)).toBe('规则')
})

test('a sheet holds what its page puts in it', () => {
  const sheet = mountFilled(
    'bottom-sheet',
    '<bottom-sheet visible="{{true}}" title="规则">开始前一天可免费取消</bottom-sheet>',
  )
  expect(textOf(sheet)).toBe('规则开始前一天可免费取消')
})
