// @ts-check
/**
 * `npm run admin-code`: prints the two codes with which the first administrators of a deployment begin. They follow from
 * its GJ_PEPPER: the environment's, or that of the local cloud in `--data <folder>`.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled, root, stop } from './setup.mjs'

const { values } = parseArgs({ options: { data: { type: 'string' } } })
ensureInstalled()

/** @returns {string} */
function pepper() {
  if (values.data === undefined && process.env.GJ_PEPPER) return process.env.GJ_PEPPER
  const file = path.join(values.data ?? '.data', 'keys.json')
  if (!existsSync(file)) stop(`找不到 ${file}：请用 --data 指定数据目录，或设置环境变量 GJ_PEPPER。`)
  return JSON.parse(readFileSync(file, 'utf8')).GJ_PEPPER
}

/** The function's own derivation. */
async function derivation() {
  const { build } = await import('esbuild')
  const {
    outputFiles: [bundle],
  } = await build({
    entryPoints: [path.join(root, 'cloudfunctions/account/roles/first-code.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  })
  const text = Buffer.from(bundle?.text ?? '').toString('base64')
  return import(`data:text/javascript;base64,${text}`)
}

const { SLOTS, firstCode } = await derivation()
for (const slot of SLOTS)
  console.log(`第${slot}位管理员：${firstCode(slot, { pepper: pepper() }).replace(/(.{5})(?=.)/g, '$1-')}`)
