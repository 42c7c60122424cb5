import './clock.css'
import { element } from '../service/element'
import { setClock } from '../service/local-cloud'
import { panel } from './panel'
import { dateLine, fromPicker, timeOf, toPicker } from './shanghai-time'
import type { World } from './world'

const MINUTE = 60_000
const steps: [string, number][] = [
  ['+10分钟', 10 * MINUTE],
  ['+1小时', 60 * MINUTE],
  ['+1天', 24 * 60 * MINUTE],
]

/** The local cloud's time, which the phone shows and everything in it follows. */
export function clock(world: World): HTMLElement {
  const time = element('time', { class: 'time' })
  const date = element('span', { class: 'date' })
  const tick = () => {
    time.textContent = timeOf(world.now())
    date.textContent = dateLine(world.now())
  }
  const turn = async (change: Parameters<typeof setClock>[0]) => {
    world.setOffset((await setClock(change)).offset)
    tick()
  }
  const when = element('input', { type: 'datetime-local', 'aria-label': '日期和时间', required: true })
  const form = element('form', { class: 'set', hidden: true }, when, element('button', {}, '确定'))
  form.addEventListener('submit', event => {
    event.preventDefault()
    form.hidden = true
    void turn({ at: fromPicker(when.value) })
  })
  const set = element('button', { type: 'button', 'aria-expanded': 'false' }, '设定')
  set.addEventListener('click', () => {
    form.hidden = !form.hidden
    set.setAttribute('aria-expanded', String(!form.hidden))
    when.value = toPicker(world.now())
    if (!form.hidden) when.focus()
  })
  const buttons = steps.map(([text, advanceMs]) =>
    element('button', { type: 'button', click: () => void turn({ advanceMs }) }, text),
  )
  setInterval(tick, 500)
  tick()
  const face = element('p', { class: 'now' }, time, date)
  return panel(
    '时钟',
    '',
    element('div', { class: 'card clock' }, face, element('div', {}, ...buttons, set), form),
  )
}
