/** @jest-environment jsdom */
import { failedView } from '../../miniprogram/components/failure-card/failed'
import { messages, type ErrorCode } from '../../miniprogram/shared/errors'
import { mount, parts, spoken, tap, textOf, told } from './mount'

const failure = (code: ErrorCode, requestId?: string) =>
  failedView({ code, sentence: messages[code], detail: { requestId } }, '您的报名没有受影响。')

test('a failure says what failed, what is safe and its code, and leads on', () => {
  const card = mount('failure-card', { ...failure('INTERNAL', 'r1'), out: '返回' })
  expect(textOf(card)).toBe('加载失败，请稍后再试您的报名没有受影响。 重试 返回 错误码 INTERNAL · r1')
  expect(spoken(card, 'alert')).toHaveLength(1)
})

test('another try and the way out are two events', async () => {
  const card = mount('failure-card', { out: '返回' })
  const [tries, exits] = [told(card, 'retry'), told(card, 'back')]
  await tap(card, 'way', 0)
  expect([tries.length, exits.length]).toEqual([1, 0])
  await tap(card, 'way', 1)
  expect([tries.length, exits.length]).toEqual([1, 1])
})

test('without a network no code is shown and there is no way out unless the page names one', () => {
  expect(textOf(mount('failure-card', failure('OFFLINE')))).toBe('当前无网络请联网后再试。 重试')
})

test('what is gone cannot be tried again', () => {
  const card = mount('failure-card', { ...failure('NOT_FOUND'), out: '返回' })
  expect(textOf(card)).toBe('内容不存在或已下架它可能已经结束或被主办方撤下。 返回')
  expect(parts(card, 'button')).toHaveLength(1)
})
