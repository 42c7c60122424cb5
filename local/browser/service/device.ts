import './device.css'
import { drawing, element } from './element'
import { menu } from './menu'
import { capsule } from './metrics'
import type { Phone } from './phone'
import { statusBar } from './status-bar'
import type { StatusBar } from './status-bar'

const DOTS =
  '<g fill="currentColor"><circle cx="4.500" cy="12" r="2"/><circle cx="12" cy="12" r="3"/><circle cx="19.500" cy="12" r="2"/></g>'
const TARGET =
  '<circle cx="12" cy="12" r="8.200" stroke="currentColor" stroke-width="2.400"/><circle cx="12" cy="12" r="3.200" fill="currentColor"/>'

/** What iOS and WeChat draw over every page: status bar, ••• and ◎, and the home indicator. */
export function drawDevice(phone: Phone, shareHidden: () => boolean): StatusBar {
  const { host } = phone
  const open = () => void menu(phone, shareHidden())
  const more = element('button', { type: 'button', 'aria-label': '更多', click: open }, drawing(DOTS))
  const leave = element('button', { type: 'button', 'aria-label': '退到后台', click: () => home(phone) })
  leave.append(drawing(TARGET))
  const buttons = element('div', { class: 'sys-capsule' }, more, leave)
  const { top, width, height } = capsule()
  buttons.style.cssText = `top:${top}px;right:7px;width:${width}px;height:${height}px`

  const bar = statusBar(phone)
  host.layer.classList.add('sys-layer')
  const device = element('div', { class: 'sys-device' }, buttons)
  host.layer.before(device)
  const over = element(
    'div',
    { class: 'sys-device sys-over' },
    bar.node,
    element('div', { class: 'sys-home' }),
  )
  host.layer.after(over)
  return bar
}

/** ◎ puts the app into the background; the chat list stands for the rest of WeChat. */
function home({ host }: Phone): void {
  host.hideApp()
  const back = () => {
    shown.remove()
    host.showApp()
  }
  const entry = element(
    'button',
    { type: 'button', click: back },
    '工家云',
    element('small', {}, '点一下回到小程序'),
  )
  const shown = element('section', { class: 'sys-wechat', role: 'dialog', 'aria-label': '微信' })
  shown.append(element('h2', {}, '微信'), entry)
  host.layer.append(shown)
}
