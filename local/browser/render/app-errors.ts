import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { appInstance } from './app-instance'

/** What app code throws is printed with its stack and told to `App.onError`. */
export function reportErrors(): void {
  glassEasel.addGlobalErrorListener((error, method) => {
    console.error(method ?? '', error)
    tellApp(error)
    return false
  })
  addEventListener('error', event => tellApp(event.error))
  addEventListener('unhandledrejection', event =>
    glassEasel.safeCallback('onUnhandledRejection', () => rejected(event.reason), null, []),
  )
}

function tellApp(error: unknown): void {
  const { onError } = appInstance()
  onError?.call(appInstance(), error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function rejected(reason: unknown): void {
  const { onUnhandledRejection } = appInstance()
  if (typeof onUnhandledRejection === 'function') onUnhandledRejection.call(appInstance(), { reason })
}
