import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { BuiltinTag } from '../tags'
import { type Builtin, defineBuiltin } from './builtin'
import { button } from './button'
import { canvas } from './canvas'
import { choice, choiceGroup } from './choice'
import { form } from './form'
import { image } from './image'
import { input } from './input'
import { label } from './label'
import { navigator } from './navigator'
import { pageMeta } from './page-meta'
import { picker } from './picker'
import { richText } from './rich-text'
import { rootPortal } from './root-portal'
import { scrollView } from './scroll-view'
import { swiper } from './swiper'
import { swiperItem } from './swiper-item'
import { switchTag } from './switch'
import { text } from './text'
import { textarea } from './textarea'
import { view } from './view'
import './builtins.css'
import './button.css'
import './field.css'
import './image.css'
import './swiper.css'

const BUILTINS: Record<BuiltinTag, Builtin> = {
  view,
  text,
  image,
  button,
  input,
  textarea,
  form,
  label,
  navigator,
  canvas,
  picker,
  swiper,
  'swiper-item': swiperItem,
  'scroll-view': scrollView,
  'rich-text': richText,
  'root-portal': rootPortal,
  'page-meta': pageMeta,
  switch: switchTag,
  checkbox: choice('checkbox'),
  'checkbox-group': choiceGroup('checkbox'),
  radio: choice('radio'),
  'radio-group': choiceGroup('radio'),
}

export function defineBuiltins(space: CodeSpace): void {
  for (const [tag, builtin] of Object.entries(BUILTINS)) defineBuiltin(space, tag as BuiltinTag, builtin)
}
