/** `npm run reset`: forgets everything, so that the next start begins with the demo again. */
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { DEFAULT_DATA, user } from './data-folder'

const { values } = parseArgs({ options: { data: { type: 'string', default: DEFAULT_DATA } } })
const other = user(values.data)
if (other) {
  console.error(`${values.data} 正在使用（进程 ${other}）。请先停止 npm start，再重置。`)
  process.exit(1)
}
if (existsSync(values.data) && !existsSync(path.join(values.data, 'keys.json'))) {
  console.error(`${values.data} 不是工家云的数据目录，没有删除任何东西。`)
  process.exit(1)
}
rmSync(values.data, { recursive: true, force: true })
console.log('演示数据已清除，下次 npm start 会重新放入。')
