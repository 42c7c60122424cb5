import { currentHost } from '../current-host'
import { addInner, type Builtin, type Control, setAttribute } from './builtin'

export const image: Builtin = {
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
    webp: Boolean,
    fadeIn: Boolean,
  },
  create(self) {
    const picture = addInner(self, 'img')
    picture.alt = ''
    picture.draggable = false
    picture.onload = () =>
      self.triggerEvent('load', { width: picture.naturalWidth, height: picture.naturalHeight })
    picture.onerror = () => self.triggerEvent('error', { errMsg: `GET ${picture.src}` })
  },
  update: {
    lazyLoad: ({ inner }, lazy: boolean) =>
      void ((inner as HTMLImageElement).loading = lazy ? 'lazy' : 'eager'),
    src: (self, src: string) => void load(self, src),
    mode: (self, mode: string) => setAttribute(self, 'mode', mode),
    ariaLabel: ({ inner }, label: unknown) => void ((inner as HTMLImageElement).alt = String(label ?? '')),
  },
}

async function load(self: Control, src: string): Promise<void> {
  const picture = self.inner as HTMLImageElement
  if (!src) return picture.removeAttribute('src')
  try {
    const url = await addressOf(self, src)
    if (self.data.src === src) picture.src = url
  } catch (error) {
    self.triggerEvent('error', { errMsg: `GET ${src} ${String(error)}` })
  }
}

function addressOf(self: Control, src: string): string | Promise<string> {
  if (/^(https?|data|blob):/.test(src)) return src
  if (src.includes('://')) return currentHost().fileUrl?.(src) ?? src
  const owner = self._$.ownerShadowRoot?.getHostNode().is ?? ''
  return new URL(src, `${location.origin}/${owner}`).href
}
