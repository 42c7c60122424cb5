import './location.css'
import { asynchronous } from './asynchronous'
import { drawing, element } from './element'
import { expectParameter } from './parameters'
import type { Phone } from './phone'

interface Place {
  latitude: number
  longitude: number
  name?: string
  address?: string
}

const STREETS =
  '<path class="sys-map-park" d="M18 30h74v58H18zM262 190h96v70h-96z"/>' +
  '<path class="sys-map-water" d="M-8 300C70 268 120 330 210 300s120-60 190-30v60c-70-30-110 0-190 30S70 338-8 366z"/>' +
  '<path class="sys-map-street" d="M-8 120h400M-8 235l400-40M110-8v420M232-8l20 420M330-8v420M-8 30l400-30M-8 392h400"/>' +
  '<path class="sys-map-road" d="M-8 160h400M172-8v420"/>'
const PIN =
  '<path d="M24 4c8.8 0 15 6.3 15 14.6C39 29.5 24 44 24 44S9 29.5 9 18.6C9 10.3 15.2 4 24 4z" fill="#C8161D"/>' +
  '<circle cx="24" cy="19" r="5.5" fill="#fff"/>'

/** WeChat's place page. There is no map on a machine without a network: the streets are drawn. */
export function openLocation({ host }: Phone) {
  return asynchronous({
    openLocation(place: Place) {
      expectParameter('latitude', place.latitude, 'Number')
      expectParameter('longitude', place.longitude, 'Number')
      const shown = draw(place, () => shown.remove())
      host.layer.append(shown)
    },
  })
}

function draw({ latitude, longitude, name = '', address = '' }: Place, close: () => void): HTMLElement {
  const streets = drawing(STREETS, 384)
  streets.setAttribute('preserveAspectRatio', 'xMidYMid slice')
  const map = element('div', { class: 'sys-map' }, streets, drawing(PIN, 48))
  const back = element('button', {
    type: 'button',
    class: 'sys-map-back',
    'aria-label': '返回',
    click: close,
  })
  back.append(drawing('<path d="M15 4l-8 8 8 8" stroke="currentColor" stroke-width="2"/>'))
  const coordinates = `${latitude.toFixed(4)}，${longitude.toFixed(4)}`
  const words = [
    element('h2', {}, name || '位置'),
    element('p', {}, address),
    element('small', {}, coordinates),
  ]
  const card = element('div', { class: 'sys-map-card' }, ...words)
  return element(
    'section',
    { class: 'sys-place', role: 'dialog', 'aria-label': name || '位置' },
    map,
    back,
    card,
  )
}
