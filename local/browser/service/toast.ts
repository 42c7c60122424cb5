import './toast.css'
import { asynchronous, Failure } from './asynchronous'
import { drawing, element } from './element'
import { expectParameter } from './parameters'
import type { Phone } from './phone'

interface Toast {
  title: string
  icon?: 'success' | 'error' | 'loading' | 'none'
  image?: string
  duration?: number
  mask?: boolean
}

const icons = {
  success: '<path d="M8 21.5l8.5 8.5L33 12.5" stroke="currentColor" stroke-width="3.2"/>',
  error: '<path d="M20 8v16M20 29.5v3.6" stroke="currentColor" stroke-width="3.6"/>',
  loading:
    '<circle cx="20" cy="20" r="15.5" stroke="currentColor" stroke-width="3" opacity=".25"/>' +
    '<path d="M20 4.5A15.5 15.5 0 0 1 35.5 20" stroke="currentColor" stroke-width="3" stroke-linecap="round"/>',
}

/** Toast and loading share one place on the screen, as on a phone: the later replaces the earlier. */
export function toast({ host }: Phone) {
  let shown: HTMLElement | undefined
  let timer = 0

  const hide = () => {
    clearTimeout(timer)
    if (!shown) throw new Failure("toast can't be found")
    shown.remove()
    shown = undefined
  }
  const show = ({ title, icon = 'success', image, mask = false }: Toast) => {
    expectParameter('title', title, 'String')
    clearTimeout(timer)
    shown?.remove()
    shown = draw(title, icon, image, mask)
    host.layer.append(shown)
  }
  return asynchronous({
    showToast: (options: Toast) => {
      show(options)
      timer = window.setTimeout(hide, options.duration ?? 1500)
    },
    showLoading: (options: Toast) => show({ ...options, icon: 'loading' }),
    hideToast: hide,
    hideLoading: hide,
  })
}

function draw(title: string, icon: Toast['icon'], image: string | undefined, mask: boolean): HTMLElement {
  const bare = icon === 'none' && !image
  const box = element('div', { class: bare ? 'sys-toast sys-toast-bare' : 'sys-toast', role: 'status' })
  if (image) box.append(element('img', { src: image, alt: '' }))
  else if (icon && icon !== 'none') {
    const picture = drawing(icons[icon], 40)
    picture.classList.add(`sys-toast-${icon}`)
    box.append(picture)
  }
  box.append(element('p', {}, title))
  return element('div', { class: mask ? 'sys-toast-place sys-toast-mask' : 'sys-toast-place' }, box)
}
