import { asynchronous } from './asynchronous'
import { expectParameter } from './parameters'

/** The phone's clipboard, apart from the computer's. As in WeChat, copying says so by a toast. */
export function clipboard(showToast: (toast: { title: string; icon: 'none' }) => unknown) {
  let data = ''
  return asynchronous({
    setClipboardData(options: { data: string }) {
      expectParameter('data', options.data, 'String')
      data = options.data
      showToast({ title: '内容已复制', icon: 'none' })
      return { data: 'data' }
    },
    getClipboardData: () => ({ data }),
  })
}
