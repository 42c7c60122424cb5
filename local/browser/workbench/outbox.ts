import './outbox.css'
import { element } from '../service/element'
import type { LocalState, Persona, Sent } from '../service/local-cloud'
import { templateTitle } from '../service/template-titles'
import { panel } from './panel'
import { timeOf } from './shanghai-time'

/** The subscription messages that the app sent, newest first. */
export function outbox() {
  const count = element('span')
  const attributes = { class: 'card outbox', 'aria-live': 'polite', tabindex: '0', 'aria-label': '消息' }
  const list = element('ol', attributes)
  return {
    node: panel('发出的消息', count, list),
    list({ outbox: calls, personas }: LocalState) {
      const messages = calls.filter(({ api }) => api === 'subscribeMessage.send').reverse()
      count.textContent = messages.length ? `${messages.length} 条` : ''
      const none = element('li', { class: 'none' }, '还没有消息。小程序发出的订阅消息会出现在这里。')
      list.replaceChildren(...(messages.length ? messages.map(sent => row(sent, personas)) : [none]))
    },
  }
}

function row({ at, data, errCode }: Sent, personas: Persona[]): HTMLElement {
  const to = personas.find(({ openid }) => openid === data.touser)?.name ?? '其他人'
  const fields = Object.values((data.data ?? {}) as Record<string, { value?: unknown }>)
  const text = fields.map(({ value }) => String(value ?? '')).join('　')
  const title = templateTitle(String(data.templateId ?? data.template_id ?? ''))
  const lost = errCode ? [element('i', {}, `未送达 ${errCode}`)] : []
  const who = element('p', {}, element('b', {}, to), element('span', {}, title), ...lost)
  return element('li', {}, element('time', {}, timeOf(at)), element('div', {}, who, element('p', {}, text)))
}
