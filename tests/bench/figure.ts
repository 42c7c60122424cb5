import { writeFileSync } from 'node:fs'

/** One line of the table. Values are ratios, counts or sizes of one run, never a time on its own. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** `<= 2`, `>= 0.8`, `= 0`; absent for what is only told. */
  budget?: string
}

const COMPARE: Record<string, (value: number, bound: number) => boolean> = {
  '<=': (value, bound) => value <= bound,
  '>=': (value, bound) => value >= bound,
  '=': (value, bound) => value === bound,
}

function within({ value, budget }: Figure): boolean {
  if (budget === undefined) return true
  const [sign = '', bound] = budget.split(' ')
  const compare = COMPARE[sign]
  if (!compare || !Number.isFinite(Number(bound))) throw new Error(`not a budget: ${budget}`)
  return Number.isFinite(value) && compare(value, Number(bound))
}

/** Prints the table, writes the JSON if asked; true when every budget is kept. */
export function report(figures: readonly Figure[], file: string | undefined): boolean {
  const rows = figures.map(figure => ({
    ...figure,
    value: Math.round(figure.value * 1000) / 1000,
    budget: figure.budget ?? '',
    ok: within(figure),
  }))
  console.table(rows)
  if (file) writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`)
  return rows.every(({ ok }) => ok)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
