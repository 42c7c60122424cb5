/** @jest-environment jsdom */
import { mount, parts } from './mount'

test('a cover holds its drawing in both tones, and none before it has one', () => {
  const cover = mount('art-cover')
  expect(parts(cover, 'drawing')).toEqual([])
  cover.setData({ art: 'visit' })
  expect(parts(cover, 'drawing')).toEqual([...parts(cover, 'light'), ...parts(cover, 'dark')])
  expect(parts(cover, 'drawing')).toHaveLength(2)
})
