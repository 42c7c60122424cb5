// @ts-check
/** The esbuild part of the build: cloud functions and the programs of the local cloud. */
import { build } from 'esbuild'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './setup.mjs'

/** Each becomes dist/local/<name>.js. */
const PROGRAMS = {
  cli: 'local/cloud/cli.ts',
  instance: 'local/cloud/functions/instance.ts',
  start: 'local/start.ts',
  reset: 'local/reset.ts',
}

/**
 * The SDKs are installed beside a function in the cloud. Small, since an instance reads it before its first answer, with the
 * names that a stack trace shows. @satisfies {import('esbuild').BuildOptions}
 */
const forFunctions = /** @type {const} */ ({
  target: 'node18',
  minify: true,
  keepNames: true,
  charset: 'utf8',
  external: ['wx-server-sdk', '@cloudbase/node-sdk', 'exceljs', 'ics'],
})
/** libsql is native. @satisfies {import('esbuild').BuildOptions} */
const forPrograms = /** @type {const} */ ({ target: 'node20', external: ['libsql'], sourcemap: 'linked' })

/**
 * Bundles aside and moves the files into place: whoever runs or reads them meanwhile sees whole files.
 * @param {Record<string, string>} entries name → source @param {string} folder below the root
 * @param {typeof forFunctions | typeof forPrograms} options
 */
async function bundle(entries, folder, options) {
  const target = path.join(root, folder)
  const aside = `${target}.${process.pid}`
  await build({
    ...options,
    external: [...options.external],
    absWorkingDir: root,
    entryPoints: entries,
    outdir: aside,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  })
  for (const entry of readdirSync(aside, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const from = path.join(entry.parentPath, entry.name)
    const to = path.join(target, path.relative(aside, from))
    mkdirSync(path.dirname(to), { recursive: true })
    renameSync(from, to)
  }
  rmSync(aside, { recursive: true })
}

/** dist/cloudfunctions/<name>/{index.js,package.json,config.json}. @returns {Promise<Record<string, number>>} bytes of each bundle */
export async function bundleFunctions() {
  const source = path.join(root, 'cloudfunctions')
  const names = readdirSync(source).filter(
    name => name !== '_kit' && existsSync(path.join(source, name, 'index.ts')),
  )
  const target = path.join(root, 'dist/cloudfunctions')
  if (names.length > 0)
    await bundle(
      Object.fromEntries(names.map(name => [`${name}/index`, `cloudfunctions/${name}/index.ts`])),
      'dist/cloudfunctions',
      forFunctions,
    )
  for (const name of names)
    for (const file of ['package.json', 'config.json'])
      if (existsSync(path.join(source, name, file)))
        copyFileSync(path.join(source, name, file), path.join(target, name, file))
  return Object.fromEntries(names.map(name => [name, statSync(path.join(target, name, 'index.js')).size]))
}

/** dist/local/<program>.js. @param {string[]} names */
export async function bundleLocal(names = Object.keys(PROGRAMS)) {
  const entries = Object.entries(PROGRAMS).filter(
    ([name, source]) => names.includes(name) && existsSync(path.join(root, source)),
  )
  await bundle(Object.fromEntries(entries), 'dist/local', forPrograms)
}

/** True when a source is newer than what was made of it. @param {string} made @param {string[]} sources */
function stale(made, sources) {
  const file = path.join(root, made)
  if (!existsSync(file)) return true
  const since = statSync(file).mtimeMs
  return sources
    .map(place => path.join(root, place))
    .filter(place => existsSync(place))
    .flatMap(place =>
      readdirSync(place, { recursive: true, encoding: 'utf8' }).map(name => path.join(place, name)),
    )
    .some(name => statSync(name).mtimeMs > since)
}

/** `node scripts/bundle.mjs cloud functions`: what a test needs before it starts a cloud. @param {string[]} wanted */
async function bundleIfStale(wanted) {
  if (
    wanted.includes('cloud') &&
    stale('dist/local/cli.js', ['local/clock', 'local/cloud', 'database', 'scripts'])
  )
    await bundleLocal(['cli', 'instance'])
  if (wanted.includes('functions')) await bundleStaleFunctions()
}

async function bundleStaleFunctions() {
  const stamp = path.join(root, 'dist/cloudfunctions/.made')
  if (!stale('dist/cloudfunctions/.made', ['cloudfunctions', 'database', 'miniprogram/shared', 'scripts']))
    return
  await bundleFunctions()
  writeFileSync(stamp, '')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundleIfStale(process.argv.slice(2))
