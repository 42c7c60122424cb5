/** @jest-environment jsdom */
import { mount, parts } from './mount'

const style = (properties: object) => parts(mount('icon', properties), 'icon')[0]?.getAttribute('style')

test('an icon is as large as the page says, or grows with the text it stands in', () => {
  // the tool draws one rpx as one px
  expect(style({ name: 'check' })).toBe('width: 48px; height: 48px')
  expect(style({ name: 'check', size: 32 })).toBe('width: 32px; height: 32px')
  expect(style({ name: 'check', size: 32, em: 1.07 })).toBe('width: 1.07em; height: 1.07em')
})

test('an icon shows the glyph of its name', () => {
  expect(parts(mount('icon', { name: 'check' }), 'icon-check')).toHaveLength(1)
})
