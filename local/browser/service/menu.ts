import { drawing, element } from './element'
import type { Phone } from './phone'
import { share } from './share'
import { sheet } from './sheet'

const FORWARD =
  '<path d="M14 5l7 7-7 7v-4.500C8 14.500 5 16 3 19c0-6 4-10 11-10z" stroke="currentColor" stroke-width="1.600"/>'
const AGAIN =
  '<path d="M20 12a8 8 0 1 1-2.600-5.900M20 3v4.500h-4.500" stroke="currentColor" stroke-width="1.600"/>'

type Choice = 'share' | 'again'

/** The sheet behind •••. */
export async function menu(phone: Phone, shareHidden: boolean): Promise<void> {
  const sharable = !shareHidden && Boolean(phone.host.top()?.page.onShareAppMessage)
  const chosen = await sheet<Choice>(phone.host.layer, '工家云', close => {
    const tile = (text: string, icon: string, choice: Choice) => {
      const picture = element('span', {}, drawing(icon))
      return element('button', { type: 'button', click: () => close(choice) }, picture, text)
    }
    const tiles = element('div', { class: 'sys-menu' })
    if (sharable) tiles.append(tile('转发给朋友', FORWARD, 'share'))
    tiles.append(tile('重新进入\n小程序', AGAIN, 'again'))
    const cancel = element('button', { type: 'button', class: 'sys-row', click: () => close() }, '取消')
    return [element('p', { class: 'sys-sheet-title' }, '工家云'), tiles, cancel]
  })
  if (chosen === 'share') await share(phone, 'menu')
  if (chosen === 'again') enterAgain()
}

/** A cold start at the app's first page, as the same person. */
function enterAgain(): void {
  const address = new URL(location.href)
  address.searchParams.delete('path')
  address.hash = ''
  history.replaceState(null, '', address)
  location.reload()
}
