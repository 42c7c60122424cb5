import './choose-location.css'
import { asynchronous, Failure } from './asynchronous'
import { element } from './element'
import type { MapPlace } from './local-cloud'
import type { Phone } from './phone'
import { placeAt } from './place-at'
import { sheet } from './sheet'

interface Near {
  latitude?: number
  longitude?: number
}

/** WeChat's map of places to choose from: here the demo's places, or any two coordinates. */
export function chooseLocation({ host, state }: Phone) {
  return asynchronous({
    async chooseLocation({ latitude, longitude }: Near) {
      const near = latitude === undefined ? '' : `${latitude},${longitude}`
      const chosen = await sheet<MapPlace>(host.layer, '选择位置', close => draw(state.places, near, close))
      if (!chosen) throw new Failure('cancel')
      const { name, address, lng, lat } = chosen
      return { name, address, longitude: lng, latitude: lat }
    },
  })
}

function draw(places: MapPlace[], near: string, close: (chosen?: MapPlace) => void): Node[] {
  const row = (place: MapPlace) =>
    element(
      'button',
      { type: 'button', click: () => close(place) },
      place.name,
      element('small', {}, place.address),
    )
  const say = element('p', { role: 'alert' })
  const typed = element('input', {
    type: 'text',
    value: near,
    placeholder: '或输入坐标：纬度,经度',
    'aria-label': '坐标，纬度在前',
  })
  const form = element('form', { class: 'sys-places-type' }, typed, element('button', {}, '确定'))
  form.addEventListener('submit', event => {
    event.preventDefault()
    const place = placeAt(typed.value)
    if (place) close(place)
    else say.textContent = '请写成 39.9087,116.3975 这样，纬度在前。'
  })
  const back = element('button', { type: 'button', click: () => close() }, '取消')
  const head = element('div', { class: 'sys-places-head' }, back, element('h2', {}, '选择位置'))
  return [head, element('div', { class: 'sys-places' }, ...places.map(row)), form, say]
}
