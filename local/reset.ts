/** `npm run reset`: forgets everything, so that the next start begins with the demo again. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { clear, DEFAULT_DATA } from './cloud/data-folder'
import { optionsOf, stop, takeFolder } from './cloud/program'

const { data } = optionsOf({ data: { type: 'string', default: DEFAULT_DATA } })
if (existsSync(data)) {
  if (!existsSync(path.join(data, 'keys.json'))) stop(`${data} 不是工家云的数据目录，没有删除任何东西。`)
  const release = takeFolder(data)
  // Windows removes no file that is open
  release()
  clear(data)
}
console.log('演示数据已清除，下次 npm start 会重新放入。')
