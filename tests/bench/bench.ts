/** `npm run bench -- --json FILE`: the budgets of the design, as ratios within this one run. */
import { parseArgs } from 'node:util'
import type { Figure } from './figure'
import { report } from './figure'
import { bookingFigures } from './booking'
import { bundleFigures } from './bundle'
import { exportFigures } from './export'
import { homeFigures } from './home'
import { jobsFigures } from './jobs'
import { listFigures } from './list'
import { queueFigures } from './queue'
import { rollFigures } from './roll'
import { rotaFigures } from './rota'
import { signUpFigures } from './sign-up'
import { slotsFigures } from './slots'

const { values } = parseArgs({ options: { json: { type: 'string' } } })

const parts = [
  bundleFigures,
  homeFigures,
  listFigures,
  signUpFigures,
  queueFigures,
  rollFigures,
  jobsFigures,
  bookingFigures,
  rotaFigures,
  slotsFigures,
  exportFigures,
]

async function main() {
  const figures: Figure[] = []
  for (const part of parts) figures.push(...(await part()))
  process.exit(report(figures, values.json) ? 0 : 1)
}

void main()
