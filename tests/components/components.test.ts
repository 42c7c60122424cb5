import { leftWords, mineWords } from '../../miniprogram/components/state-words/words'
import { render } from './render'

test('state words print the number between its words', () => {
  expect(render('state-words', { words: leftWords(29, '名') }).text()).toBe('余 29 名')
  expect(render('state-words', { words: mineWords(32) }).text()).toBe('已报名，第 32 号')
})

test('a stepper stays between its ends and tells each step', () => {
  const stepper = render('count-stepper', { value: 1, min: 1, max: 2 })
  expect(stepper.text()).toBe('1')
  stepper.tap('end', 0)
  expect(stepper.events).toEqual([])
  stepper.tap('end', 1)
  expect(stepper.events).toEqual([{ type: 'change', detail: { value: 2 } }])
})

test('a tick box tells the state it would have, and does not tick itself', () => {
  const box = render('tick-box', { checked: false, label: '同意' })
  box.tap('row')
  box.tap('row')
  expect(box.events).toEqual([
    { type: 'change', detail: { checked: true } },
    { type: 'change', detail: { checked: true } },
  ])
})

test('a chip tells its key, and the chosen one tells nothing', () => {
  const chips = [
    { key: '', label: '全部' },
    { key: 'VISIT', label: '参观' },
  ]
  const row = render('chip-row', { chips, value: '' })
  expect(row.text()).toBe('全部参观')
  row.tap('target', 0)
  row.tap('target', 1)
  expect(row.events).toEqual([{ type: 'choose', detail: { key: 'VISIT' } }])
})

test('a failure says what failed, what is safe and its code, and leads on', () => {
  const card = render('failure-card', { text: '您的报名没有受影响。', code: 'INTERNAL', out: '返回' })
  expect(card.text()).toBe('加载失败，请稍后再试您的报名没有受影响。 重试 返回 错误码 INTERNAL')
})

test('the offline strip is there only when there is something to say', () => {
  expect(render('offline-strip', { text: '当前无网络，显示的是09:41的内容' }).text()).toMatch('09:41')
  expect(render('offline-strip', { text: '' }).text()).toBe('')
})
