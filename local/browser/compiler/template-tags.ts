import { isBuiltinTag } from '../render/tags'

const STRUCTURE = new Set(['block', 'template', 'import', 'include', 'wxs', 'slot'])

/** Tags that a template uses, structure aside. */
export function templateTags(wxml: string): Set<string> {
  const markup = wxml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(<wxs\b[^>]*[^/])>[\s\S]*?<\/wxs>/g, '$1>')
    .replace(/\{\{[\s\S]*?\}\}/g, '')
  const tags = [...markup.matchAll(/<([a-zA-Z][\w-]*)/g)].map(match => match[1] ?? '')
  return new Set(tags.filter(tag => !STRUCTURE.has(tag)))
}

/** Those of them that neither the app nor the browser's built-in tags define. */
export function unknownTags(wxml: string, defined: ReadonlySet<string>): string[] {
  return [...templateTags(wxml)].filter(tag => !defined.has(tag) && !isBuiltinTag(tag))
}
