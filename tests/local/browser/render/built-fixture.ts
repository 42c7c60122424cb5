import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ROOT = path.resolve(__dirname, '../../../..')
const FIXTURE = 'tests/local/browser/fixture'
const SOURCES = [FIXTURE, 'local/browser/compiler', 'local/browser/render', 'local/browser/service']

/** The folder of the built fixture app. One build serves every test file until a source changes. */
export async function builtFixture(): Promise<string> {
  const folder = path.join(tmpdir(), `phone-fixture-${digestOfSources()}`)
  if (existsSync(folder)) return folder
  // a folder appears under its final name only when it is whole; of two workers that build, the second discards its own
  const building = await mkdtemp(path.join(tmpdir(), 'phone-building-'))
  await run('node', ['node_modules/vite/bin/vite.js', 'build', '--config', `${FIXTURE}/vite.config.mjs`], {
    cwd: ROOT,
    env: {
      ...process.env,
      FIXTURE_DIST: building,
      NODE_ENV: 'production',
      VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
    },
  })
  await rename(building, folder).catch((error: NodeJS.ErrnoException) => {
    if (!existsSync(folder)) throw error
    return rm(building, { recursive: true })
  })
  return folder
}

function digestOfSources(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of readdirSync(path.join(ROOT, source), { recursive: true, encoding: 'utf8' })) {
      const { mtimeMs, size } = statSync(path.join(ROOT, source, file))
      hash.update(`${source}/${file}:${mtimeMs}:${size}\n`)
    }
  return hash.digest('hex').slice(0, 16)
}
