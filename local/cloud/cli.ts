/** `npm run cloud`: the local cloud alone. Prints `ready <address of the SDK's protocol>` once it answers. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { claim, DEFAULT_DATA, user } from '../data-folder'
import { startCloud } from './cloud'
import { runUntilStopped } from './run-until-stopped'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '7001' },
    data: { type: 'string', default: DEFAULT_DATA },
    functions: { type: 'string', default: 'dist/cloudfunctions' },
    instances: { type: 'string' },
  },
})

const other = user(values.data)
if (other) {
  console.error(
    `${values.data} 正被另一个进程（${other}）使用。${values.data} is in use by process ${other}.`,
  )
  process.exit(1)
}
process.once('exit', claim(values.data))

void runUntilStopped(Number(values.port), async () => {
  const cloud = await startCloud({
    data: values.data,
    port: Number(values.port),
    functions: values.functions,
    instanceEntry: path.join(__dirname, 'instance.js'),
    instances: values.instances === undefined ? undefined : Number(values.instances),
  })
  console.log(`ready ${cloud.url}/admin`)
  return cloud
})
