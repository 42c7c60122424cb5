import type { Reply } from '../../typings/contract'

type Answer = Reply<unknown> | 'lost'

export interface FakePhone {
  /** What was sent to the cloud: function, action, input. */
  sent: { name: string; data: { action: string; input: unknown } }[]
  store: Map<string, unknown>
  answers: Answer[]
  /** What WeChat's subscription sheet answers. */
  sheet: Record<string, string>
  asked: string[][]
  toasts: string[]
}

export const ok = (data: unknown): Answer => ({ ok: true, data, serverAt: Date.now() })
export const refused = (code: 'CODE_EXPIRED' | 'INTERNAL'): Answer => ({
  ok: false,
  code,
  serverAt: Date.now(),
})

/** The platform as services see it. Each answer is given once; `lost` is a network that fails. */
export function fakePhone(answers: Answer[] = []): FakePhone {
  const phone: FakePhone = { sent: [], store: new Map(), answers, sheet: {}, asked: [], toasts: [] }
  const wx = {
    cloud: {
      callFunction: async (call: FakePhone['sent'][number]) => {
        phone.sent.push(call)
        const answer = phone.answers.shift()
        if (!answer || answer === 'lost') throw new Error('cloud.callFunction:fail')
        return { result: answer }
      },
    },
    getNetworkType: async () => ({ networkType: 'wifi' }),
    getStorageSync: (key: string) => phone.store.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => phone.store.set(key, value),
    removeStorageSync: (key: string) => phone.store.delete(key),
    showToast: ({ title }: { title: string }) => phone.toasts.push(title),
    requestSubscribeMessage: (ask: { tmplIds: string[]; success(answer: object): void; fail(): void }) => {
      phone.asked.push(ask.tmplIds)
      if (Object.keys(phone.sheet).length > 0) ask.success(phone.sheet)
      else ask.fail()
    },
  }
  Object.assign(globalThis, { wx })
  jest.resetModules()
  return phone
}
