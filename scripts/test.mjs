// @ts-check
/** `npm test`: installs what the tests need, builds, and runs every test. Arguments go to jest. */
import { ensureInstalled, run } from './setup.mjs'

ensureInstalled()
const { ensureBrowser } = await import('./browser.mjs')
const CHROMIUM = ensureBrowser()
const { buildIfStale } = await import('./build.mjs')
await buildIfStale()
run('npx', ['jest', ...process.argv.slice(2)], { CHROMIUM })
