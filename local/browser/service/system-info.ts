import { asynchronous } from './asynchronous'
import { capsule, homeIndicatorHeight, statusBarHeight } from './metrics'
import type { Phone } from './phone'
import { theme } from './theme'

const device = {
  brand: 'iPhone',
  model: 'iPhone 11 Pro<iPhone12,3>',
  system: 'iOS 18.5',
  platform: 'ios',
  benchmarkLevel: -1,
  memorySize: 4096,
  abi: '',
  deviceAbi: '',
  cpuType: 'unknown',
}

const setting = {
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
}

export function systemInfo({ host, bridge }: Phone) {
  const getWindowInfo = () => {
    const scroller = host.top()?.scroller
    return {
      pixelRatio: devicePixelRatio,
      screenWidth: innerWidth,
      screenHeight: innerHeight,
      windowWidth: innerWidth,
      windowHeight: scroller?.clientHeight || innerHeight,
      statusBarHeight,
      screenTop: scroller?.getBoundingClientRect().top ?? 0,
      safeArea: {
        left: 0,
        right: innerWidth,
        width: innerWidth,
        top: statusBarHeight,
        bottom: innerHeight - homeIndicatorHeight,
        height: innerHeight - homeIndicatorHeight - statusBarHeight,
      },
    }
  }
  const getAppBaseInfo = () => ({
    SDKVersion: '3.8.12',
    version: '8.0.60',
    language: 'zh_CN',
    theme: theme(),
    enableDebug: false,
    fontSizeSetting: bridge.fontSize(),
    fontSizeScaleFactor: bridge.fontSize() / 17,
    host: { env: 'WeChat' },
  })
  const getSystemInfoSync = () => ({ ...device, ...setting, ...getWindowInfo(), ...getAppBaseInfo() })
  return {
    getWindowInfo,
    getAppBaseInfo,
    getSystemInfoSync,
    getDeviceInfo: () => ({ ...device }),
    getSystemSetting: () => ({ ...setting }),
    getMenuButtonBoundingClientRect: () => capsule(),
    ...asynchronous({ getSystemInfo: getSystemInfoSync, getSystemInfoAsync: getSystemInfoSync }),
  }
}
