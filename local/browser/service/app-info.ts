import type { Phone } from './phone'
import { pageOf } from './printed-code'

const APP_ID = 'wx0000000000000000'
const SCANNED = 1047

/** The app, its release and how it was entered. There is never a newer release than the one that runs. */
export function appInfo({ host, bridge }: Phone) {
  const launch = host.launchOptions()
  let entry = launch
  bridge.onOpen(path => {
    entry = { ...launch, ...pageOf(path), scene: SCANNED }
  })
  const updates = {
    onCheckForUpdate: (listener: (found: { hasUpdate: boolean }) => void) =>
      queueMicrotask(() => listener({ hasUpdate: false })),
    onUpdateReady: (_listener: () => void) => undefined,
    onUpdateFailed: (_listener: () => void) => undefined,
    applyUpdate: () => {
      throw new Error('applyUpdate:fail update is not ready')
    },
  }
  return {
    getLaunchOptionsSync: () => ({ ...launch }),
    getEnterOptionsSync: () => ({ ...entry }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: APP_ID, envVersion: 'develop', version: '' },
      plugin: {},
    }),
    getUpdateManager: () => updates,
    env: { USER_DATA_PATH: 'http://usr' },
    nextTick: (run: () => void) => void setTimeout(run),
  }
}
