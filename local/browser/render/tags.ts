/** The built-in tags the browser knows. The compiler refuses any other by name, so this list must be true. */
export const BUILTIN_TAGS = [
  'view',
  'root-portal',
  'page-meta',
  'text',
  'image',
  'button',
  'input',
  'textarea',
  'form',
  'label',
  'scroll-view',
  'navigator',
  'canvas',
  'switch',
  'checkbox',
  'checkbox-group',
  'radio',
  'radio-group',
  'picker',
  'swiper',
  'swiper-item',
  'rich-text',
] as const

export type BuiltinTag = (typeof BUILTIN_TAGS)[number]

const known: ReadonlySet<string> = new Set(BUILTIN_TAGS)

export const isBuiltinTag = (tag: string): tag is BuiltinTag => known.has(tag)

/** The DOM element for a tag. Built-in tags are prefixed, so that nothing of the browser's own style reaches them. */
export const domTag = (tag: string): string =>
  (known.has(tag) || !tag.includes('-')) && /^[a-z]/.test(tag) && !tag.startsWith('wx-') ? `wx-${tag}` : tag
