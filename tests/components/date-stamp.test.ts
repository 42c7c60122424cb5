/** @jest-environment jsdom */
import { stamp } from '../../miniprogram/shared/time'
import { mount, parts } from './mount'

test('a date stamp has the day above its month and weekday', () => {
  const shown = mount('date-stamp', stamp(Date.parse('2026-09-24T00:30:00+08:00')))
  expect(parts(shown, 'day').map(part => part.textContent)).toEqual(['24'])
  expect(parts(shown, 'sub').map(part => part.textContent)).toEqual(['9月 周四'])
})
