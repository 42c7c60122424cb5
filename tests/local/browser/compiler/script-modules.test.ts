import path from 'node:path'
import { asModule } from '../../../../local/browser/compiler/commonjs-module'
import { importRequires, resolveScript } from '../../../../local/browser/compiler/script-modules'
import { SourceTree } from '../../../../local/browser/compiler/source-tree'

const root = path.resolve(__dirname, '../fixture/miniprogram')
const tree = new SourceTree(root)

test('a script imports from a mini-program package as WeChat resolves it', () => {
  const file = resolveScript(tree, 'tdesign-miniprogram/toast/index', `${root}/pages/a/a.ts`)
  expect(file).toMatch(/tdesign-miniprogram\/miniprogram_dist\/toast\/index\.js$/)
})

test('a package finds the copies it brings along', () => {
  const importer = tree.npmScript('tdesign-miniprogram/toast/index') ?? ''
  expect(resolveScript(tree, 'tslib', importer)).toMatch(
    /miniprogram_dist\/miniprogram_npm\/tslib\/index\.js$/,
  )
})

test('ordinary npm modules are left to Vite', () => {
  expect(resolveScript(tree, 'dayjs', `${root}/pages/a/a.ts`)).toBeUndefined()
})

test('require of a literal becomes an import', () => {
  expect(importRequires("const a = require('./a')")).toBe(
    'import * as __required0 from "./a";const a = (__required0.default ?? __required0)',
  )
})

test('a CommonJS copy is given the names it exports', () => {
  const importer = tree.npmScript('tdesign-miniprogram/toast/index') ?? ''
  const file = resolveScript(tree, 'tslib', importer) ?? ''
  expect(asModule(file, 'module.exports = {}')).toMatch(/export \{ __export\d+ as __decorate \}/)
  expect(asModule(file, 'export const a = 1')).toBe('export const a = 1')
})
