import './outbox.css'
import { element } from '../service/element'
import type { Message } from '../service/local-cloud'
import { panel } from './panel'
import { timeOf } from './shanghai-time'

/** What the app sent through WeChat, newest first. */
export function outbox() {
  const count = element('span')
  const list = element('ol', {
    class: 'card outbox',
    'aria-live': 'polite',
    tabindex: '0',
    'aria-label': '发出的消息',
  })
  return {
    node: panel('发出的消息', count, list),
    list(messages: Message[]) {
      count.textContent = messages.length ? `${messages.length} 条` : ''
      const newest = [...messages].sort((one, other) => other.at - one.at)
      const none = element('li', { class: 'none' }, '还没有消息。报名、签到之后，提醒会出现在这里。')
      list.replaceChildren(...(newest.length ? newest.map(row) : [none]))
    },
  }
}

function row({ at, to = '', title = '', text = '' }: Message): HTMLElement {
  const who = element('p', {}, element('b', {}, to), element('span', {}, title))
  return element('li', {}, element('time', {}, timeOf(at)), element('div', {}, who, element('p', {}, text)))
}
