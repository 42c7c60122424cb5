/** @jest-environment jsdom */
import { mount, parts, spoken, tap, textOf } from './mount'

/** The platform's own: how many pages are open, and the two ways to leave one. */
function platform(pages: number) {
  const goBack = jest.spyOn(wx, 'navigateBack').mockResolvedValue({ errMsg: 'navigateBack:ok' })
  const goHome = jest.spyOn(wx, 'switchTab').mockResolvedValue({ errMsg: 'switchTab:ok' })
  Object.assign(globalThis, { getCurrentPages: () => Array(pages).fill({}) })
  return { goBack, goHome }
}
afterEach(() => jest.restoreAllMocks())

test('the bar of a tab has a large title with a note and no way back', () => {
  const bar = mount('top-bar', { tab: true, title: '活动', note: '共 12 场' })
  expect(textOf(bar)).toBe('活动共 12 场')
  expect(spoken(bar, 'heading')).toHaveLength(1)
  expect(parts(bar, 'back')).toEqual([])
})

test('an inner page prints its title in the bar and leads back to where the person came from', async () => {
  const { goBack, goHome } = platform(2)
  const bar = mount('top-bar', { title: '活动详情' })
  expect(textOf(bar)).toBe('活动详情')
  expect(spoken(bar, 'button')).toMatchObject([{ ariaLabel: '返回' }])
  await tap(bar, 'back')
  expect(goBack).toHaveBeenCalledTimes(1)
  expect(goHome).not.toHaveBeenCalled()
})

test('a person whom a code brought to an inner page is led home', async () => {
  const { goBack, goHome } = platform(1)
  await tap(mount('top-bar', { title: '活动详情' }), 'back')
  expect(goHome).toHaveBeenCalledWith({ url: '/pages/home/home' })
  expect(goBack).not.toHaveBeenCalled()
})
