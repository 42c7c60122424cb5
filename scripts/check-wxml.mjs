// @ts-check
/** Every template of the mini-program through WeChat's own compiler; a warning fails. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import compiler from 'glass-easel-template-compiler'
import { root } from './setup.mjs'

const source = path.join(root, 'miniprogram')
const templates = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.wxml') && !file.startsWith('miniprogram_npm'))
  .sort()
const group = new compiler.TmplGroup()
const notes = templates.flatMap(file => {
  const found =
    group.addTmpl(file.replace(/\.wxml$/, ''), readFileSync(path.join(source, file), 'utf8')) ?? []
  return found.map(
    (/** @type {{ startLine: number, startColumn: number, message: string }} */ note) =>
      `miniprogram/${file}:${note.startLine}:${note.startColumn} ${note.message}`,
  )
})
group.free()
if (notes.length > 0) {
  console.error(notes.join('\n'))
  process.exit(1)
}
console.log(`${templates.length} templates, no warning`)
