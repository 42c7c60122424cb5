/** @jest-environment jsdom */
import { mount, parts, spoken } from './mount'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('boxes come only after 300 ms, as many and as high as the page says', () => {
  const list = mount('skeleton-list', { count: 3, height: 180 })
  expect(spoken(list, 'status')).toMatchObject([{ ariaLabel: '正在加载' }])
  jest.advanceTimersByTime(299)
  expect(parts(list, 'card')).toEqual([])
  jest.advanceTimersByTime(1)
  // the tool draws one rpx as one px
  expect(parts(list, 'card').map(card => card.getAttribute('style'))).toEqual(Array(3).fill('height: 180px'))
})

test('an answer within 300 ms leaves no timer behind', () => {
  const list = mount('skeleton-list')
  expect(jest.getTimerCount()).toBe(1)
  list.detach()
  expect(jest.getTimerCount()).toBe(0)
})
