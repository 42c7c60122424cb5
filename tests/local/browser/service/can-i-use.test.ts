import { canIUse } from '../../../../local/browser/service/can-i-use'

const provided = { scanCode: () => undefined, cloud: { callFunction: () => undefined } }
const ask = canIUse(provided, ['getPhoneNumber'])

test('canIUse answers from what is provided', () => {
  expect(ask('scanCode')).toBe(true)
  expect(ask('scanCode.success.path')).toBe(true)
  expect(ask('startBeaconDiscovery')).toBe(false)
  expect(ask('cloud.callFunction')).toBe(true)
  expect(ask('cloud.callContainer')).toBe(false)
})

test('canIUse knows components and the open types of a button', () => {
  expect(ask('scroll-view')).toBe(true)
  expect(ask('live-pusher')).toBe(false)
  expect(ask('button.open-type.getPhoneNumber')).toBe(true)
  expect(ask('button.open-type.launchApp')).toBe(false)
})
