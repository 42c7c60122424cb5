import { loud } from '../../../../local/browser/service/wx'

test('an unknown wx name fails where it is used', () => {
  const wx = loud({ scanCode: () => 'ok' }) as Record<string, unknown>
  expect(() => wx.startBeaconDiscovery).toThrow(
    'wx.startBeaconDiscovery is not provided by the local runtime',
  )
  expect(wx.scanCode).toBeInstanceOf(Function)
  expect('startBeaconDiscovery' in wx).toBe(false)
})

test('wx can be awaited and printed', async () => {
  const wx = loud({ scanCode: () => 'ok' })
  await expect(Promise.resolve(wx)).resolves.toBe(wx)
  expect(String(wx)).toBe('[object Object]')
})
