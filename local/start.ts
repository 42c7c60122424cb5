/** `npm start`: the local cloud with the demo, the workbench and the phone at one address. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { startCloud } from './cloud/cloud'
import { DEFAULT_DATA } from './cloud/data-folder'
import { optionsOf, takeFolder, wholeNumber } from './cloud/program'
import { runUntilStopped } from './cloud/run-until-stopped'
import { demo } from './demo/demo'

const dist = path.dirname(__dirname)

function options() {
  const values = optionsOf({
    port: { type: 'string', default: '8321' },
    data: { type: 'string', default: DEFAULT_DATA },
    'no-open': { type: 'boolean', default: false },
  })
  const port = wholeNumber('port', values.port, 0, 65535)
  return { port, data: values.data, open: !values['no-open'] && !process.env.CI && process.stdout.isTTY }
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
takeFolder(data)

void runUntilStopped(port, () =>
  startCloud({
    data,
    port,
    functions: path.join(dist, 'cloudfunctions'),
    instanceEntry: path.join(__dirname, 'instance.js'),
    staticRoot: path.join(dist, 'browser'),
    timers: true,
    demo,
  }),
).then(cloud => {
  console.log(`ready ${cloud.url}`)
  if (open) openBrowser(cloud.url)
})
