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

test('a photo lies over the drawing; when it fails the drawing stays, and another photo is tried', () => {
  const cover = mount('art-cover', { art: 'visit', url: 'https://photo/1' })
  expect([parts(cover, 'drawing').length, parts(cover, 'photo').length]).toEqual([2, 1])
  ;(cover.instance as unknown as { onPhotoFailed(): void }).onPhotoFailed()
  expect([parts(cover, 'drawing').length, parts(cover, 'photo').length]).toEqual([2, 0])
  cover.setData({ url: 'https://photo/2' })
  expect(parts(cover, 'photo')).toHaveLength(1)
})
