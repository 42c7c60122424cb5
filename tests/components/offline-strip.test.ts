/** @jest-environment jsdom */
import { stripWords } from '../../miniprogram/components/offline-strip/strip'
import { mount, spoken, textOf } from './mount'

test('the offline strip says of when the copy is', () => {
  const strip = mount('offline-strip', { text: stripWords(Date.parse('2026-09-16T09:41:00+08:00')) })
  expect(textOf(strip)).toBe('当前无网络，显示的是09:41的内容')
  expect(spoken(strip, 'alert')).toHaveLength(1)
})

test('the offline strip goes when the content is fresh again', () => {
  const strip = mount('offline-strip', { text: '当前无网络' })
  strip.setData({ text: stripWords(undefined) })
  expect(textOf(strip)).toBe('')
  expect(spoken(strip, 'alert')).toEqual([])
})
