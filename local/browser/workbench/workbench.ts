import './workbench.css'
import './segments.css'
import { element } from '../service/element'
import type { LocalState, Persona } from '../service/local-cloud'
import { readState } from '../service/local-cloud'
import { appearance } from './appearance'
import { clock } from './clock'
import { codes } from './codes'
import { network } from './network'
import { outbox } from './outbox'
import { personas } from './personas'
import { PhoneFrame } from './phone-frame'
import type { View } from './view'
import { addressOf, readView } from './view'
import { World } from './world'

const POLL_MS = 3_000

const place = (id: string) => document.getElementById(id) as HTMLElement

async function open(): Promise<void> {
  const state = await answer()
  const keys = state.personas.map(({ key }) => key)
  const view = readView(location.search, keys)
  const world = new World()
  const phone = new PhoneFrame()
  window.connectPhone = () => world.connect()

  const people = personas(state.personas, person => hold(person))
  const printed = codes(scene => world.show(scene))
  const sent = outbox()
  world.onWaiting = printed.wait

  const restart = () => {
    remember(view)
    phone.start(view)
  }
  const hold = (person: Persona | undefined) => {
    if (!person) return
    view.as = person.key
    world.openid = person.openid
    people.mark(view.as)
    restart()
  }
  const turn = (name: 'dark' | 'large', on: boolean) => {
    view[name] = on
    world.large = view.large
    paint()
    if (name === 'large') restart()
    else remember(view)
  }
  const paint = () => {
    phone.paint(view)
    document.documentElement.classList.toggle('bench-dark', view.dark)
  }
  const show = (fresh: LocalState) => {
    world.setOffset(fresh.offset)
    printed.list(fresh.codes)
    sent.list(fresh)
  }

  world.large = view.large
  show(state)
  place('host').textContent = location.host
  place('left').append(people.node)
  place('middle').append(phone.node)
  const settings = [network(view.network, choice => world.setNetwork(choice)), appearance(view, turn)]
  place('right').append(clock(world), element('div', { class: 'pair' }, ...settings), printed.node, sent.node)
  paint()
  hold(state.personas.find(({ key }) => key === view.as))
  void follow(state, show)
}

const remember = (view: View) => history.replaceState(null, '', addressOf(view))

/** Looks at the local cloud while the window is seen, and draws only what changed. */
async function follow(state: LocalState, show: (fresh: LocalState) => void): Promise<never> {
  for (let last = shape(state); ;) {
    await pause()
    if (document.hidden) continue
    const fresh = await answer()
    if (shape(fresh) !== last) show(fresh)
    last = shape(fresh)
  }
}

const pause = () => new Promise(resolve => setTimeout(resolve, POLL_MS))

const shape = ({ offset, codes: printed, outbox: sent }: LocalState) =>
  JSON.stringify([offset, printed, sent])

/** The local cloud's state; while it is stopped, a word about it and another try. */
async function answer(): Promise<LocalState> {
  const word = place('word')
  for (;;) {
    try {
      const state = await readState()
      word.textContent = '本地运行，数据均为虚构'
      return state
    } catch {
      word.textContent = '本地云没有回答。运行 npm start 后会自动接上。'
      await pause()
    }
  }
}

void open()
