import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Figure } from './figure'
import { median } from './figure'

const folder = path.resolve(__dirname, '../cloudfunctions')
const SDKS = `require('wx-server-sdk'); require('@cloudbase/node-sdk');`
const RUNS = 7

/** What the cloud has to read before it can answer for the first time: the largest function, beside the SDKs that it needs. */
export function bundleFigures(): Figure[] {
  const bundles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('index.js'))
    .map(file => path.join(folder, file))
    .map(file => ({ file, bytes: statSync(file).size }))
    .sort((a, b) => b.bytes - a.bytes)
  const [largest = { file: '', bytes: Number.NaN }] = bundles
  const ours = loading(SDKS, `require(${JSON.stringify(largest.file)})`)
  return [
    { name: 'function.bytes', value: largest.bytes / 1024, unit: 'KB', budget: '<= 160' },
    { name: 'function.load.vs.sdk', value: ours / loading('', SDKS), unit: 'ratio', budget: '<= 0.25' },
  ]
}

/** How long this code takes to load in a fresh process, after what it needs. */
function loading(before: string, code: string): number {
  const script = `${before} const since = performance.now(); ${code}; console.log(performance.now() - since)`
  const once = () => Number(execFileSync(process.execPath, ['-e', script], { env: forFunction }).toString())
  return median(Array.from({ length: RUNS }, once))
}

const forFunction = { ...process.env, GJ_PEPPER: 'bench', GJ_KEYS: '' }
