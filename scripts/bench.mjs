// @ts-check
/** `npm run bench -- --json FILE`: installs, builds, bundles the bench and runs it against the built product. */
import { ensureInstalled, root, run } from './setup.mjs'

ensureInstalled()
const { ensureBrowser } = await import('./browser.mjs')
const { buildIfStale } = await import('./build.mjs')
await buildIfStale()
const { build } = await import('esbuild')
await build({
  absWorkingDir: root,
  entryPoints: ['tests/bench/bench.ts'],
  outfile: 'dist/bench/bench.js',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
})
run(process.execPath, ['dist/bench/bench.js', ...process.argv.slice(2)], { CHROMIUM: ensureBrowser() })
