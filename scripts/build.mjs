// @ts-check
/** Builds what runs: functions and local programs with esbuild, the app for the browser with Vite. All of it goes to dist/. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as buildBrowser } from 'vite'
import { bundleFunctions, bundleLocal } from './bundle.mjs'
import { root } from './setup.mjs'

const SOURCES = [
  'cloudfunctions',
  'database',
  'local',
  'miniprogram',
  'scripts',
  'typings',
  'package-lock.json',
]
const STAMP = path.join(root, 'dist/.stamp')

/** @param {string} place @returns {string[]} */
function files(place) {
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
}

/** Names every source with its content: a build is stale when any of them differs. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(place => files(path.join(root, place))))
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

// Vite 8 announces a config loader that cannot read our TypeScript plugin yet
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true'

async function build() {
  await Promise.all([bundleFunctions(), bundleLocal()])
  await buildBrowser({ configFile: path.join(root, 'local/browser/vite.config.mjs'), logLevel: 'warn' })
}

export async function buildIfStale() {
  const now = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return
  console.log('正在构建…')
  await build()
  mkdirSync(path.dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, now)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildIfStale()
