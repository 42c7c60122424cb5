import type { Builtin } from './builtin'

export const swiperItem: Builtin = { properties: { itemId: String, skipHiddenItemLayout: Boolean } }
