import type { Network } from '../bridge'
import { element } from '../service/element'
import { panel } from './panel'

const words: [Network, string, string][] = [
  ['normal', '正常', ''],
  ['slow', '较慢', '每次回答晚两秒'],
  ['off', '断开', '请求失败，就像没有信号'],
]

export function network(current: Network, choose: (network: Network) => void): HTMLElement {
  const choice = ([value, text, title]: (typeof words)[number]) => {
    const input = element('input', { type: 'radio', name: 'network', value, checked: value === current })
    input.addEventListener('change', () => choose(value))
    return element('label', { title }, input, element('span', {}, text))
  }
  const group = element('div', { class: 'card segments', role: 'radiogroup', 'aria-label': '网络' })
  group.append(...words.map(choice))
  return panel('网络', '', group)
}
