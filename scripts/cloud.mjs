// @ts-check
/** `npm run cloud -- --port P --data DIR`: the local cloud alone, for any program that speaks CloudBase's SDK. */
import { launch } from './launch.mjs'

await launch('cli.js')
