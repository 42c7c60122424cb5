import { currentHost } from '../current-host'
import { fail } from '../fail'
import { addInner, type Builtin } from './builtin'

/** `<canvas type="2d">`: `NodesRef.node()` gives the browser's canvas with WeChat's methods on it. */
export const canvas: Builtin = {
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  create(self) {
    const surface = addInner(self, 'canvas')
    self.native = Object.assign(surface, {
      createImage,
      requestAnimationFrame: (draw: FrameRequestCallback) => requestAnimationFrame(draw),
      cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
    })
  },
  attached(self) {
    if (self.data.type !== '2d')
      fail(`<canvas type="${String(self.data.type)}"> is not provided in the browser`)
  },
}

/** WeChat's canvas images load temporary files, too, and whatever they loaded may be drawn and read back. */
function createImage(): HTMLImageElement {
  const image = new Image()
  let asked = ''
  Object.defineProperty(image, 'src', {
    get: () => asked,
    set(source: string) {
      asked = source
      const show = (address: string) => source === asked && image.setAttribute('src', address)
      Promise.resolve(currentHost().fileUrl?.(source) ?? source).then(show, () =>
        image.dispatchEvent(new Event('error')),
      )
    },
  })
  return image
}
