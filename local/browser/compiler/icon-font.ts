import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { type Root } from 'postcss'
import type { ComponentConfig } from './component-scan'
import type { SourceTree } from './source-tree'

/** TDesign's icon font lies on a CDN: glyphs the app can name are drawn from the same icons as SVG, the rest left out. */
export function drawIcons(tree: SourceTree, sheet: Root, used: ReadonlySet<string>): void {
  const drawings = path.join(path.dirname(tree.resolve('tdesign-icons-svg/package.json')), 'src')
  sheet.walkRules(/-icon-[\w-]+:+before$/, rule => {
    const name = /-icon-([\w-]+):/.exec(rule.selector)?.[1] ?? ''
    const drawing = path.join(drawings, `${name}.svg`)
    if (!used.has(name) || !existsSync(drawing)) return void rule.remove()
    rule.removeAll()
    rule.append(...glyph(readFileSync(drawing, 'utf8')))
  })
}

function glyph(svg: string) {
  const picture = svg.replace('view-box', 'viewBox').replace(/currentColor/g, '#000')
  const mask = `url("data:image/svg+xml,${encodeURIComponent(picture)}") center/contain no-repeat`
  return postcss.parse(
    `content:"";display:inline-block;width:1em;height:1em;background:currentColor;mask:${mask}`,
  ).nodes
}

/** Every word that could name a glyph, anywhere in the app's sources or in the components it uses. */
export function wordsOf(tree: SourceTree, components: Map<string, ComponentConfig>): Set<string> {
  const npm = [...components.keys()].filter(id => tree.isNpm(id))
  const sources = [
    ...readdirSync(tree.root, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(wxml|wxs|ts|js|json)$/.test(file) && !file.includes('node_modules'))
      .map(file => readFileSync(path.join(tree.root, file), 'utf8')),
    ...npm.flatMap(id => ['.wxml', '.js'].filter(ext => tree.has(id, ext)).map(ext => tree.read(id, ext))),
  ]
  return new Set(sources.flatMap(source => source.match(/[a-z][a-z0-9-]+/g) ?? []))
}
