import type { Builtin } from './builtin'
import { followHover, hoverProperties } from './hover'

export const view: Builtin = {
  properties: hoverProperties({ start: 50, stay: 400 }),
  create: followHover,
}
