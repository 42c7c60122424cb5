// @ts-check
/** `npm run reset`: the next start begins with the demo data again. */
import { launch } from './launch.mjs'

await launch('reset.js')
