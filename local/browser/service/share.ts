import './share.css'
import { asynchronous } from './asynchronous'
import { dialog } from './dialog'
import { element } from './element'
import type { Phone } from './phone'

/** WeChat's 转发: what `onShareAppMessage` returned, as the friend would see it. */
export async function share({ host }: Phone, from: 'menu' | 'button', target?: unknown): Promise<void> {
  const page = host.top()?.page
  const card = (await page?.onShareAppMessage?.({ from, target })) ?? {}
  const body = [
    element('h2', { class: 'sys-share-to' }, '发送给：文件传输助手'),
    element(
      'div',
      { class: 'sys-share' },
      element('small', {}, '工家云'),
      element('b', {}, card.title ?? '工家云'),
      card.imageUrl ? element('img', { src: card.imageUrl, alt: '' }) : element('i'),
    ),
  ]
  await dialog(host.layer, body, [{ text: '取消' }, { text: '发送', primary: true }])
}

export function shareMenu() {
  let hidden = false
  return {
    shareHidden: () => hidden,
    calls: asynchronous({
      showShareMenu: () => {
        hidden = false
      },
      hideShareMenu: () => {
        hidden = true
      },
      updateShareMenu: () => undefined,
    }),
  }
}
