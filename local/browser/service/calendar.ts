import { asynchronous, Failure } from './asynchronous'
import { dialog } from './dialog'
import { element } from './element'
import { expectParameter } from './parameters'
import type { Phone } from './phone'

interface CalendarEvent {
  title: string
  /** Epoch seconds. */
  startTime: number
  location?: string
}

const when = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

export function calendar({ host }: Phone) {
  return asynchronous({
    async addPhoneCalendar({ title, startTime, location }: CalendarEvent) {
      expectParameter('title', title, 'String')
      expectParameter('startTime', startTime, 'Number')
      const lines = [title, when.format(startTime * 1000), location].filter(Boolean).join('\n')
      const body = [element('h2', {}, '“微信”想要添加日程到您的日历'), element('p', {}, lines)]
      const buttons = [{ text: '不允许' }, { text: '好', primary: true }]
      if ((await dialog(host.layer, body, buttons)) === 0) throw new Failure('auth deny')
    },
  })
}
