// @ts-check
/** `npm start`: the whole app on this machine. `--port`, `--data`, `--no-open` go to local/start.ts. */
import { launch } from './launch.mjs'

await launch('start.js')
