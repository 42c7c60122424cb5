/** @jest-environment jsdom */
import { attributes, mount, parts } from './mount'

test('a cover holds its drawing in both tones', () => {
  const images = attributes(mount('art-cover', { art: 'visit' })).filter(({ src }) => src)
  expect(images).toMatchObject([
    { class: 'drawing light', src: '/art/visit-light.svg' },
    { class: 'drawing dark', src: '/art/visit-dark.svg' },
  ])
})

test('a cover without a drawing asks for no image', () => {
  expect(parts(mount('art-cover'), 'drawing')).toEqual([])
})
