/** @jest-environment jsdom */
import { mount, parts, spoken, tap, textOf, told } from './mount'

const chips = [
  { key: '', label: '全部' },
  { key: 'VISIT', label: '参观' },
  { key: 'SPORT', label: '文体' },
]

test('a chip tells its key, and the chosen one tells nothing', async () => {
  const row = mount('chip-row', { chips, value: '' })
  const choices = told(row, 'choose')
  expect(textOf(row)).toBe('全部参观文体')
  await tap(row, 'target', 0)
  await tap(row, 'target', 1)
  expect(choices).toEqual([{ key: 'VISIT' }])
})

test('the chosen chip looks chosen and is said to be, and no other', () => {
  const row = mount('chip-row', { chips, value: 'SPORT', label: '类别' })
  expect(parts(row, 'chosen').map(chip => chip.textContent)).toEqual(['文体'])
  expect(spoken(row, 'tab').map(chip => chip.ariaSelected)).toEqual([false, false, true])
  expect(spoken(row, 'tablist')).toMatchObject([{ ariaLabel: '类别' }])
})
