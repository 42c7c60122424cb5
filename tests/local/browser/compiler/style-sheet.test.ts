import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SourceTree } from '../../../../local/browser/compiler/source-tree'
import { compileStyleSheet } from '../../../../local/browser/compiler/style-sheet'

function compile(sheets: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'app-'))
  for (const [name, wxss] of Object.entries(sheets)) writeFileSync(path.join(root, name), wxss)
  return compileStyleSheet(new SourceTree(root), 'a', {}, new Set())
}

test('rpx become hundredths of the width', () => {
  expect(compile({ 'a.wxss': '.a{margin:-75rpx 1.5rpx 2px}' })).toBe('.a{margin:-10vw 0.2vw 2px}')
})

test('imports are taken in where they stand', () => {
  expect(compile({ 'a.wxss': "@import './b.wxss'; .a{top:0}", 'b.wxss': '.b{left:0}' })).toContain(
    '.b{left:0}',
  )
  expect(() => compile({ 'a.wxss': "@import './lost.wxss';" })).toThrow('@import "./lost.wxss" is not found')
})

test('the steps of keyframes are no selectors', () => {
  expect(compile({ 'a.wxss': '@keyframes spin{from{top:0}to{top:1px}}' })).toBe(
    '@keyframes spin{from{top:0}to{top:1px}}',
  )
})

test('a font from the network is left out', () => {
  expect(compile({ 'a.wxss': "@font-face{font-family:t;src:url('https://x/t.woff')}" })).toBe('')
})

test('a local file in a style sheet fails, as it would in WeChat', () => {
  expect(() => compile({ 'a.wxss': '.a{background:url(/art/a.png)}' })).toThrow('loads no local file')
})
