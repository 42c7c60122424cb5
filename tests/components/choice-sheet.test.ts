/** @jest-environment jsdom */
import { mount, parts, spoken, tap, textOf, told } from './mount'

const options = [
  { key: 'FORMAL', label: '正式职工' },
  { key: 'FLEXIBLE', label: '灵活就业' },
]
const open = { visible: true, title: '就业形态', options, value: 'FLEXIBLE' }

test('a choice sheet offers its options under its title with the present one ticked', () => {
  const sheet = mount('choice-sheet', open)
  expect(textOf(sheet)).toBe('就业形态正式职工灵活就业')
  expect(parts(sheet, 'chosen').map(option => option.textContent)).toEqual(['灵活就业'])
  expect(parts(sheet, 'icon-check')).toHaveLength(1)
  expect(spoken(sheet, 'radio').map(option => option.ariaChecked)).toEqual([false, true])
})

test('an option tells its key, the present one too, for the page to close the sheet', async () => {
  const sheet = mount('choice-sheet', open)
  const choices = told(sheet, 'choose')
  await tap(sheet, 'row', 0)
  await tap(sheet, 'row', 1)
  expect(choices).toEqual([{ key: 'FORMAL' }, { key: 'FLEXIBLE' }])
})

test('leaving a choice sheet without a choice tells that and nothing else', async () => {
  const sheet = mount('choice-sheet', open)
  const [closes, choices] = [told(sheet, 'close'), told(sheet, 'choose')]
  await tap(sheet, 'close')
  await tap(sheet, 'beside')
  expect(closes).toHaveLength(2)
  expect(choices).toEqual([])
})
