import { serveTimer } from '../_kit/serve-timer'
import { tick } from './tick'

export const main = serveTimer('jobs', tick)
