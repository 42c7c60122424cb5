/** @jest-environment jsdom */
import { mount, mountFilled, parts, spoken, tap, textOf, told } from './mount'

test('a tick box tells the state it would have, and does not tick itself', async () => {
  const box = mount('tick-box', { checked: false, label: '同意' })
  const changes = told(box, 'change')
  await tap(box, 'row')
  await tap(box, 'row')
  expect(changes).toEqual([{ checked: true }, { checked: true }])
  expect(parts(box, 'icon-check')).toEqual([])
})

test('a ticked box shows its tick, says so, and offers to take it away', async () => {
  const box = mount('tick-box', { checked: false, label: '同意' })
  const changes = told(box, 'change')
  box.setData({ checked: true })
  expect(parts(box, 'icon-check')).toHaveLength(1)
  expect(spoken(box, 'checkbox')).toMatchObject([{ ariaChecked: true, ariaLabel: '同意' }])
  await tap(box, 'row')
  expect(changes).toEqual([{ checked: false }])
})

test('the words of a tick box are its page’s', () => {
  expect(textOf(mountFilled('tick-box', '<tick-box>我已阅读并同意</tick-box>'))).toBe('我已阅读并同意')
})
