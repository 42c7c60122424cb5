import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { openDatabase } from '../../../local/cloud/database/open-database'
import { temporaryDatabase } from './temporary-database'

/** Writes without pause and says which write was acknowledged. */
const writer = (file: string) => `
import { openDatabase } from ${JSON.stringify(join(__dirname, '../../../local/cloud/database/open-database.ts'))}
async function main() {
  const db = openDatabase({ file: ${JSON.stringify(file)} })
  for (let n = 1; ; n++) {
    await db.modify('things', { filter: { _id: 'counter' }, data: { $set: { n } } })
    await db.insert('things', [{ _id: n, key: 'k' + n, list: [n] }])
    process.stdout.write(n + '\\n')
  }
}
void main()
`

test('a process killed while writing has lost no acknowledged write', async () => {
  const temporary = await temporaryDatabase(
    [{ _id: 'counter', n: 0 }],
    [{ name: 'key', fields: ['key'], unique: true }],
  )
  const { db, file } = temporary
  await db.createIndex('things', { name: 'list', fields: ['list'] })
  db.close()
  writeFileSync(`${file}.ts`, writer(file))
  const outfile = `${file}.cjs`
  const resolveDir = join(__dirname, '../../..')
  buildSync({
    entryPoints: [`${file}.ts`],
    bundle: true,
    platform: 'node',
    external: ['libsql'],
    outfile,
    absWorkingDir: resolveDir,
  })
  let acknowledged = 0
  for (let round = 0; round < 3; round++) {
    const child = spawn(process.execPath, [outfile], {
      env: { ...process.env, NODE_PATH: join(resolveDir, 'node_modules') },
    })
    let said = ''
    const enough = new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += String(chunk)
        if (said.split('\n').length > 200) resolve()
      })
      child.stderr.on('data', (chunk: Buffer) => reject(new Error(String(chunk))))
    })
    await enough
    const exited = new Promise(resolve => child.once('close', resolve))
    child.kill('SIGKILL')
    await exited
    acknowledged = Number(said.split('\n').at(-2))
    const survived = openDatabase({ file })
    expect(await survived.count('things', { _id: { $gt: 0 } })).toBeGreaterThanOrEqual(acknowledged)
    expect(await survived.find('things', { filter: { key: `k${acknowledged}` } })).toHaveLength(1)
    expect(await survived.find('things', { filter: { list: acknowledged } })).toHaveLength(1)
    const [counter] = await survived.find('things', { filter: { _id: 'counter' } })
    expect(counter?.n).toBeGreaterThanOrEqual(acknowledged)
    await survived.remove('things', { _id: { $gt: 0 } }, true)
    survived.close()
  }
  expect(acknowledged).toBeGreaterThan(100)
  temporary.reopen()
})
