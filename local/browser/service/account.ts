import { asynchronous } from './asynchronous'

export function account() {
  return asynchronous({
    login: () => ({ code: crypto.randomUUID().replaceAll('-', '') }),
    checkSession: () => undefined,
  })
}
