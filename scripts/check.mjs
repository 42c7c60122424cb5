// @ts-check
/** `npm run check`: everything that can be known without running the product. Two at a time; all are run, any failure fails. */
import { spawn } from 'node:child_process'
import { ensureInstalled, root } from './setup.mjs'

ensureInstalled()

const CHECKS = {
  'types: miniprogram': ['tsc', '-p', '.'],
  'types: functions': ['tsc', '-p', 'cloudfunctions'],
  'types: local': ['tsc', '-p', 'local'],
  'types: browser': ['tsc', '-p', 'local/browser'],
  'types: tests': ['tsc', '-p', 'tests'],
  'types: component tests': ['tsc', '-p', 'tests/components'],
  'types: service tests': ['tsc', '-p', 'tests/services'],
  'types: scripts': ['tsc', '-p', 'scripts'],
  eslint: ['eslint', '.', '--max-warnings=0'],
  stylelint: ['stylelint', 'miniprogram/**/*.wxss', 'local/**/*.css'],
  wxml: ['node', 'scripts/check-wxml.mjs'],
  format: ['prettier', '--check', '--log-level=warn', '.'],
  'nothing spare': ['knip'],
}

/** @param {string} name @param {string[]} command @returns {Promise<boolean>} */
function check(name, command) {
  return new Promise(resolve => {
    const args = command[0] === 'node' ? command : ['npx', '--no-install', ...command]
    const [program = '', ...rest] = args
    const child = spawn(program, rest, { cwd: root, shell: process.platform === 'win32' })
    let output = ''
    child.stdout.on('data', text => (output += text))
    child.stderr.on('data', text => (output += text))
    child.on('exit', code => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
      if (code !== 0) console.log(output.trim())
      resolve(code === 0)
    })
  })
}

const waiting = Object.entries(CHECKS)
let passed = 0
async function worker() {
  for (let next = waiting.shift(); next; next = waiting.shift()) if (await check(...next)) passed += 1
}
await Promise.all([worker(), worker()])
const all = Object.keys(CHECKS).length
console.log(`${passed} of ${all} checks passed`)
process.exit(passed === all ? 0 : 1)
