/** @jest-environment jsdom */
import { mount, tap, textOf, told } from './mount'

const service = { name: '法律援助', icon: 'gavel', about: ['劳动争议咨询', '代写文书'] }

test('a service says what it will do and offers the hotline until then', async () => {
  const sheet = mount('service-sheet', { visible: true, service, hotline: '12351' })
  const calls = told(sheet, 'call')
  expect(textOf(sheet)).toMatch(/^法律援助劳动争议咨询代写文书 线上办理正在准备.*拨打 12351$/)
  await tap(sheet, 'button')
  expect(calls).toHaveLength(1)
})

test('leaving a service calls nobody', async () => {
  const sheet = mount('service-sheet', { visible: true, service, hotline: '12351' })
  const [calls, closes] = [told(sheet, 'call'), told(sheet, 'close')]
  await tap(sheet, 'close')
  expect(closes).toHaveLength(1)
  expect(calls).toEqual([])
})
