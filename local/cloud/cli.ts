/** `npm run cloud`: the local cloud alone. Prints `ready <address of the SDK's protocol>` once it answers. */
import path from 'node:path'
import { startCloud } from './cloud'
import { DEFAULT_DATA } from './data-folder'
import { optionsOf, takeFolder, wholeNumber } from './program'
import { runUntilStopped } from './run-until-stopped'

const { data, functions, timers, ...values } = optionsOf({
  port: { type: 'string', default: '7001' },
  data: { type: 'string', default: DEFAULT_DATA },
  functions: { type: 'string', default: 'dist/cloudfunctions' },
  instances: { type: 'string', default: '4' },
  timers: { type: 'boolean', default: false },
})
const port = wholeNumber('port', values.port, 0, 65535)
const instances = wholeNumber('instances', values.instances, 1, 64)
takeFolder(data)

void runUntilStopped(port, () =>
  startCloud({
    data,
    port,
    functions,
    instanceEntry: path.join(__dirname, 'instance.js'),
    instances,
    timers,
  }),
).then(cloud => console.log(`ready ${cloud.url}/admin`))
