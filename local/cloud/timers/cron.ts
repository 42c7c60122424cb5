/**
 * CloudBase's cron: second, minute, hour, day, month, weekday (0 is Sunday) and year, on a clock in UTC+8. Of its fields `*`,
 * every n-th (a star, a slash, n), numbers and lists of numbers are understood; anything else is refused by name.
 */
export type Cron = readonly Set<number>[]

const FIELDS = [
  ['second', 0, 59],
  ['minute', 0, 59],
  ['hour', 0, 23],
  ['day', 1, 31],
  ['month', 1, 12],
  ['weekday', 0, 6],
  ['year', 1970, 2099],
] as const

const OFFSET_MS = 8 * 3600_000
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== FIELDS.length) throw new SyntaxError(`a cron has 7 fields, not "${text}"`)
  if (fields[3] !== '*' && fields[5] !== '*')
    throw new SyntaxError(`unsupported cron "${text}": a day and a weekday`)
  return FIELDS.map(([name, least, most], i) => numbersOf(fields[i] ?? '', name, least, most))
}

function numbersOf(field: string, name: string, least: number, most: number): Set<number> {
  const step = /^\*(?:\/([1-9]\d*))?$/.exec(field)
  const all = Array.from({ length: most - least + 1 }, (_, i) => least + i)
  if (step) return new Set(all.filter((_, i) => i % Number(step[1] ?? 1) === 0))
  if (!/^\d+(,\d+)*$/.test(field)) throw new SyntaxError(`unsupported cron ${name} ${field}`)
  const listed = field.split(',').map(Number)
  const outside = listed.find(number => number < least || number > most)
  if (outside !== undefined) throw new SyntaxError(`a cron ${name} is ${least}–${most}, not ${outside}`)
  return new Set(listed)
}

/** The first due moment after `after`, none later than `until`; epoch ms. */
export function dueBetween(cron: Cron, after: number, until: number): number | undefined {
  for (let at = ceil(after + 1, SECOND); at <= until;) {
    const unit = unitToSkip(cron, new Date(at + OFFSET_MS))
    if (unit === 0) return at
    at = ceil(at + 1, unit)
  }
  return undefined
}

/** 0 when this second is due; else how long the unit is in which nothing is due. */
function unitToSkip([seconds, minutes, hours, days, months, weekdays, years]: Cron, face: Date): number {
  if (!years?.has(face.getUTCFullYear()) || !months?.has(face.getUTCMonth() + 1)) return DAY
  if (!days?.has(face.getUTCDate()) || !weekdays?.has(face.getUTCDay())) return DAY
  if (!hours?.has(face.getUTCHours())) return HOUR
  if (!minutes?.has(face.getUTCMinutes())) return MINUTE
  return seconds?.has(face.getUTCSeconds()) ? 0 : SECOND
}

/** The next moment, or this one, at which a unit of local time begins. */
function ceil(at: number, unit: number): number {
  return Math.ceil((at + OFFSET_MS) / unit) * unit - OFFSET_MS
}
