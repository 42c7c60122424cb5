import { element } from '../service/element'
import { panel } from './panel'
import type { View } from './view'

type Switch = 'dark' | 'large'

/** The phone's system settings. The app's own 大字模式 stands in the app, under 我的. */
export function appearance(view: View, turn: (name: Switch, on: boolean) => void): HTMLElement {
  const toggle = (name: Switch, text: string, title: string) => {
    const input = element('input', { type: 'checkbox', checked: view[name] })
    input.addEventListener('change', () => turn(name, input.checked))
    return element('label', { title }, input, element('span', {}, text))
  }
  const group = element('div', { class: 'card segments', role: 'group', 'aria-label': '外观' })
  group.append(
    toggle('dark', '深色', '手机系统的深色模式'),
    toggle('large', '大字', '微信的字体大小设为 23，小程序会重新进入'),
  )
  return panel('外观', '', group)
}
