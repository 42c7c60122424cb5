/** @jest-environment jsdom */
import { leftWords } from '../../miniprogram/components/state-words/words'
import { mount, parts, spoken, tap, textOf, told } from './mount'

const session = {
  date: '9月24日（周四）',
  time: '14:00–15:30',
  state: leftWords(2, '名'),
  label: '9月24日（周四）14:00–15:30，仅余 2 名',
}

test('a session prints its day, its time and what is left, and tells when it is chosen', async () => {
  const row = mount('session-row', { session, chosen: false })
  const choices = told(row, 'choose')
  expect(textOf(row)).toBe('9月24日（周四）14:00–15:30仅余 2 名')
  await tap(row, 'time')
  expect(choices).toHaveLength(1)
})

test('a session becomes the chosen one only by its page', async () => {
  const row = mount('session-row', { session, chosen: false })
  await tap(row, 'row')
  expect(parts(row, 'dot')).toEqual([])
  row.setData({ chosen: true })
  expect(parts(row, 'dot')).toHaveLength(1)
  expect(spoken(row, 'radio')).toMatchObject([{ ariaChecked: true, ariaLabel: session.label }])
})

test('without its session a row is empty', () => {
  expect(textOf(mount('session-row'))).toBe('')
})
