import { type Builtin, setAttribute } from './builtin'

const SPACES = ['ensp', 'emsp', 'nbsp']

/** `space` widens the spaces by style alone: the text nodes belong to the page's template. */
export const text: Builtin = {
  properties: { selectable: Boolean, userSelect: Boolean, space: String, decode: Boolean, overflow: String },
  update: {
    selectable: (self, on: boolean) => setAttribute(self, 'user-select', on || self.data.userSelect),
    userSelect: (self, on: boolean) => setAttribute(self, 'user-select', on || self.data.selectable),
    space: (self, space: string) => setAttribute(self, 'space', SPACES.includes(space) ? space : ''),
  },
}
