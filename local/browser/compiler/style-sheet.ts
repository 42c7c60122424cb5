import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { type AtRule, type Root, type Rule } from 'postcss'
import { rpxToVw } from '../render/rpx'
import { drawIcons } from './icon-font'
import { scopeSelector, type SelectorScope } from './style-selector'
import type { SourceTree } from './source-tree'

/** A component's WXSS as CSS. `icons` says which glyphs of TDesign's icon font the app can name. */
export function compileStyleSheet(
  tree: SourceTree,
  id: string,
  scope: SelectorScope,
  icons: ReadonlySet<string>,
): string {
  if (!tree.has(id, '.wxss')) return ''
  const sheet = withImports(tree, tree.file(id) + '.wxss')
  sheet.walkAtRules('font-face', rule => void (/https?:/.test(rule.toString()) && rule.remove()))
  sheet.walkDecls(declaration => {
    declaration.value = drawnSafeArea(rpxToVw(declaration.value))
    if (/url\((?!\s*['"]?(?:data:|https?:))/.test(declaration.value))
      throw new Error(`${id}.wxss: WeChat loads no local file from a style sheet: ${declaration.value}`)
  })
  if (id.endsWith('/icon/icon')) drawIcons(tree, sheet, icons)
  sheet.walkRules(rule => {
    if (!isKeyframe(rule)) rule.selector = scopeSelector(rule.selector, scope)
  })
  return sheet.toString()
}

function withImports(tree: SourceTree, file: string): Root {
  const sheet = postcss.parse(readFileSync(file, 'utf8'), { from: file })
  sheet.walkAtRules('import', rule => {
    const reference = rule.params.replace(/^['"]|['"]$/g, '')
    const imported = reference.startsWith('/')
      ? path.join(tree.root, reference)
      : path.join(path.dirname(file), reference)
    if (!existsSync(imported)) throw new Error(`${file}: @import "${reference}" is not found`)
    rule.replaceWith(withImports(tree, imported).nodes)
  })
  return sheet
}

/** A browser window has no safe area: the phone that the services draw names its own in variables. */
const drawnSafeArea = (value: string) => value.replace(/\benv\((?=safe-area-inset-)/g, 'var(--')

const isKeyframe = (rule: Rule) =>
  rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes')
