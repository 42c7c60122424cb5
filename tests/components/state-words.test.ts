/** @jest-environment jsdom */
import {
  attendedWords,
  leftWords,
  mineWords,
  offerWords,
  plainWords,
  queueWords,
  type Words,
} from '../../miniprogram/components/state-words/words'
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
  expect(textOf(none)).toBe('名额已满，可候补')
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

test('a full session says who waits, the own position in the queue, or that an answer is awaited', () => {
  expect(textOf(shown(queueWords(3, undefined)))).toBe('候补 3 人')
  const wait = { waitNo: 7, ahead: 2, autoAccept: false }
  expect(textOf(shown(queueWords(3, wait)))).toBe('您候补第 3 位')
  const offered = shown(queueWords(3, { ...wait, offer: { no: 14, until: 0 } }))
  expect(textOf(offered)).toBe('有名额，请确认')
  expect(parts(offered, 'amber')).toHaveLength(1)
})

test('an offer says until when: by the hour today, with its day otherwise', () => {
  const now = Date.parse('2026-09-16T10:00:00+08:00')
  const until = (time: string) => textOf(shown(offerWords(Date.parse(`${time}:00+08:00`), now)))
  expect(until('2026-09-16T14:20')).toBe('有名额了，请在 14:20 前确认')
  expect(until('2026-09-17T08:30')).toBe('有名额了，请在 明天 08:30 前确认')
  expect(until('2026-09-18T08:30')).toBe('有名额了，请在 9月18日 08:30 前确认')
  expect(textOf(shown(attendedWords(now)))).toBe('已签到 10:00')
})
