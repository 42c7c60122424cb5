/** `npm run bench -- --json FILE`: the budgets of the design, as ratios within this one run. */
import { parseArgs } from 'node:util'
import type { Figure } from './figure'
import { report } from './figure'
import { bundleFigures } from './bundle'
import { homeFigures } from './home'
import { listFigures } from './list'
import { signUpFigures } from './sign-up'

const { values } = parseArgs({ options: { json: { type: 'string' } } })

async function main() {
  const figures: Figure[] = []
  for (const part of [bundleFigures, homeFigures, listFigures, signUpFigures]) figures.push(...(await part()))
  process.exit(report(figures, values.json) ? 0 : 1)
}

void main()
