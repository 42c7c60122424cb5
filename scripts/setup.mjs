// @ts-check
/** What every command needs first: a Node that is new enough and the packages of the lock file. Imports nothing to install. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const LEAST_NODE = [20, 19]

/** Ends the command with one sentence and no stack. @param {string} sentence @returns {never} */
export function stop(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

/** Runs a command in the project's root and ends this one if it fails. @param {string} command @param {string[]} args */
export function run(command, args, env = {}) {
  const shell = process.platform === 'win32'
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell,
    env: { ...process.env, ...env },
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packages(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
}

/** True when node_modules holds what the lock file says; optional packages of other systems may be missing. */
function installed() {
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false
  const have = packages('node_modules/.package-lock.json')
  return Object.entries(packages('package-lock.json')).every(
    ([place, { version, optional }]) => place === '' || optional || have[place]?.version === version,
  )
}

export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE
  if (major < leastMajor || (major === leastMajor && minor < leastMinor))
    stop(`需要 Node.js ${LEAST_NODE.join('.')} 或更新版本，当前是 ${process.versions.node}。`)
  if (installed()) return
  console.log('正在安装依赖，首次约需一分钟…')
  // the tools that build are devDependencies, which NODE_ENV=production would leave out
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
}
