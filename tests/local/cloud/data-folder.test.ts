import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { claim, clear, user } from '../../../local/cloud/data-folder'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongjia-数据 folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a folder has one user at a time, and then the next', () => {
  const release = claim(folder)
  expect(release).toBeDefined()
  expect(user(folder)).toBe(String(process.pid))
  expect(claim(folder)).toBeUndefined()
  release?.()
  claim(folder)?.()
})

test('what a process that was killed left behind keeps nobody out, whoever has its number now', () => {
  writeFileSync(path.join(folder, 'running.pid'), '1')
  const release = claim(folder)
  expect(release).toBeDefined()
  release?.()
})

test('a reset takes what the cloud put there and leaves the rest', () => {
  claim(folder)?.()
  for (const name of ['keys.json', 'database.sqlite', 'thesis.txt'])
    writeFileSync(path.join(folder, name), '')
  mkdirSync(path.join(folder, 'storage/deep'), { recursive: true })
  clear(folder)
  expect(readdirSync(folder)).toEqual(['thesis.txt'])
  rmSync(path.join(folder, 'thesis.txt'))
  clear(folder)
  expect(existsSync(folder)).toBe(false)
})
