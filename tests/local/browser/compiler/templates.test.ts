import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readAppConfig } from '../../../../local/browser/compiler/app-config'
import { scanComponents } from '../../../../local/browser/compiler/component-scan'
import { SourceTree } from '../../../../local/browser/compiler/source-tree'
import { compileTemplates } from '../../../../local/browser/compiler/templates'
import { unknownTags } from '../../../../local/browser/compiler/template-tags'
import { adaptWxs } from '../../../../local/browser/compiler/wxs'

/** Compiles an app of one page with this template. */
function compile(wxml: string, json = '{}'): string {
  const root = mkdtempSync(path.join(tmpdir(), 'app-'))
  mkdirSync(path.join(root, 'pages'))
  writeFileSync(path.join(root, 'app.json'), '{ "pages": ["pages/a"] }')
  writeFileSync(path.join(root, 'pages/a.json'), json)
  writeFileSync(path.join(root, 'pages/a.ts'), 'Page({})')
  writeFileSync(path.join(root, 'pages/a.wxml'), wxml)
  const tree = new SourceTree(root)
  return compileTemplates(tree, scanComponents(tree, readAppConfig(root)))
}

test('a template becomes code under its page’s path', () => {
  expect(compile('<view>{{text}}</view>')).toContain('G["pages/a"]')
})

test('a tag that the browser lacks fails by its name', () => {
  expect(() => compile('<view><map /></view>')).toThrow('pages/a.wxml: no tag <map> in the browser')
})

test('what the template compiler warns of fails with file, line and column', () => {
  expect(() => compile('<view>\n  <view class="a" class="b" />\n</view>')).toThrow(
    /pages\/a\.wxml:2:\d+ Warn: duplicated attribute/,
  )
})

test('a component that is not there fails by its path', () => {
  const json = '{ "usingComponents": { "lost-one": "/components/lost/lost" } }'
  expect(() => compile('<lost-one />', json)).toThrow(
    'pages/a.json: component "components/lost/lost" is not found',
  )
})

test('tags in comments, scripts and expressions are not tags', () => {
  const wxml = '<!-- <map/> --><wxs module="m">if (a <map) {}</wxs><view>{{a <map ? 1 : 2}}</view><own-tag/>'
  expect(unknownTags(wxml, new Set(['own-tag']))).toEqual([])
})

test('WXS keeps its meaning as JavaScript', () => {
  expect(adaptWxs("if (value.list[0].constructor === 'Array') {}")).toBe(
    "if (wxsType(value.list[0]) === 'Array') {}",
  )
  expect(adaptWxs("getRegExp('\\d+', 'g')")).toBe("getRegExp('\\\\d+', 'g')")
  expect(adaptWxs("require('../a.wxs')")).toBe("require('../a')")
})
