/** `npm start`: the local cloud with the demo, the workbench and the phone at one address. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startCloud } from './cloud/cloud'
import { runUntilStopped } from './cloud/run-until-stopped'
import { claim, DEFAULT_DATA, user } from './data-folder'
import { demo } from './demo/demo'

const dist = path.dirname(__dirname)

function options() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8321' },
      data: { type: 'string', default: DEFAULT_DATA },
      'no-open': { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    stop(`--port 要一个 0–65535 的整数，不是“${values.port}”。`)
  return { port, data: values.data, open: !values['no-open'] && !process.env.CI && process.stdout.isTTY }
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

/** Best effort: a machine without a desktop just shows the address. */
function openBrowser(url: string) {
  const [command = '', ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.once('error', () => console.log(`请在浏览器打开 ${url}`))
  child.unref()
}

const { port, data, open } = options()
const other = user(data)
if (other) stop(`${data} 正被另一个工家云使用（进程 ${other}）。请先停止它，或用 --data 换一个目录。`)
const release = claim(data)
process.once('exit', release)

void runUntilStopped(port, async () => {
  const cloud = await startCloud({
    data,
    port,
    functions: path.join(dist, 'cloudfunctions'),
    instanceEntry: path.join(__dirname, 'instance.js'),
    staticRoot: path.join(dist, 'browser'),
    demo,
  })
  console.log(`ready ${cloud.url}`)
  if (open) openBrowser(cloud.url)
  return cloud
})
