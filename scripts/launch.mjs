// @ts-check
/** Installs, builds and runs one program of dist/local; its options are the command's own. */
import { spawn } from 'node:child_process'
import { ensureInstalled, root } from './setup.mjs'

/** @param {string} program a bundle of dist/local */
export async function launch(program) {
  ensureInstalled()
  const { buildIfStale } = await import('./build.mjs')
  await buildIfStale()
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', `dist/local/${program}`, ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit' },
  )
  // the terminal sends the signal to both; a supervisor sends it to us alone
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) endWithNpm(child)
  child.on('exit', code => process.exit(code ?? 1))
}

/** npm passes a signal on to its shell, which ends alone and leaves us behind. @param {import('node:child_process').ChildProcess} child */
function endWithNpm(child) {
  const shell = process.ppid
  setInterval(() => {
    if (process.ppid !== shell) child.kill('SIGTERM')
  }, 500)
}
