/** @jest-environment jsdom */
import { mount, parts, spoken, tap, textOf, told } from './mount'

test('stars are five radio buttons, each with its word, none chosen by itself', () => {
  const row = mount('star-row', { value: 0, label: '打分' })
  expect(spoken(row, 'radio').map(({ ariaLabel }) => ariaLabel)).toEqual([
    '1分，很不满意',
    '2分，不满意',
    '3分，一般',
    '4分，满意',
    '5分，很满意',
  ])
  expect(parts(row, 'on')).toEqual([])
  expect(textOf(row)).toBe('点星星打分')
})

test('a star tells its score, and the chosen score is filled and said in a word', async () => {
  const row = mount('star-row', { value: 0, label: '打分' })
  const scores = told(row, 'choose')
  await tap(row, 'star', 3)
  expect(scores).toEqual([{ score: 4 }])
  row.setData({ value: 4 })
  expect(parts(row, 'on')).toHaveLength(4)
  expect(textOf(row)).toBe('满意')
})
