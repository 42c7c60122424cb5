import { fail } from '../fail'
import { addInner, type Builtin } from './builtin'

/** `<canvas type="2d">`: `NodesRef.node()` gives the browser's canvas with WeChat's methods on it. */
export const canvas: Builtin = {
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  create(self) {
    const surface = addInner(self, 'canvas')
    self.native = Object.assign(surface, {
      createImage: () => new Image(),
      requestAnimationFrame: (draw: FrameRequestCallback) => requestAnimationFrame(draw),
      cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
    })
  },
  attached(self) {
    if (self.data.type !== '2d')
      fail(`<canvas type="${String(self.data.type)}"> is not provided in the browser`)
  },
}
