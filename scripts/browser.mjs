// @ts-check
/** The browser that tests drive: found first, installed only if it is missing and the system lets us. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { run, stop } from './setup.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

/** @returns {string | undefined} */
function findBrowser() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const onPath = folders.flatMap(folder => NAMES.map(name => path.join(folder, name)))
  return [process.env.CHROMIUM ?? '', ...onPath, ...PLACES].find(file => file !== '' && existsSync(file))
}

/** Chinese glyphs are drawn: without them every screenshot and every layout is wrong. macOS and Windows bring them. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return Boolean(stdout?.trim())
}

/** @returns {string} the browser's path */
export function ensureBrowser() {
  const missing = [
    ...(findBrowser() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']),
  ]
  if (missing.length > 0) {
    const mayInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
    if (!mayInstall)
      stop(
        `端到端测试需要 ${missing.join('、')}，这里没有权限安装。` +
          `请先安装（Debian/Ubuntu：sudo apt-get install ${missing.join(' ')}），或用环境变量 CHROMIUM 指定浏览器。`,
      )
    console.log(`正在安装 ${missing.join('、')}…`)
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing])
  }
  return findBrowser() ?? stop('安装后仍未找到浏览器，请用环境变量 CHROMIUM 指定。')
}
