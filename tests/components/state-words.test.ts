/** @jest-environment jsdom */
import { leftWords, mineWords, plainWords, type Words } from '../../miniprogram/components/state-words/words'
import { mount, parts, textOf } from './mount'

const shown = (words: Words) => mount('state-words', { words })

test('state words print the number between its words, and only the number strong', () => {
  const words = shown(leftWords(29, '名'))
  expect(textOf(words)).toBe('余 29 名')
  expect(parts(words, 'number').map(part => part.textContent)).toEqual(['29'])
})

test('few places left are amber, and none are plain words without a number', () => {
  const few = shown(leftWords(2, '名'))
  expect(textOf(few)).toBe('仅余 2 名')
  expect(parts(few, 'amber')).toHaveLength(1)

  const none = shown(leftWords(0, '名'))
  expect(textOf(none)).toBe('名额已满')
  expect(parts(none, 'plain')).toHaveLength(1)
  expect(parts(none, 'number')).toEqual([])
})

test('one’s own place is green and carries a mark; a state without a mark has no icon', () => {
  const mine = shown(mineWords(32))
  expect(textOf(mine)).toBe('已报名，第 32 号')
  expect(parts(mine, 'green')).toHaveLength(1)
  expect(parts(mine, 'icon-check-circle')).toHaveLength(1)
  expect(parts(shown(plainWords('已结束')), 'icon')).toEqual([])
})
