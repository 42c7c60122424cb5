export const LONG = '长'.repeat(3000)

/** What no field of any page sends: of another type, too long, or made to be taken for a command. */
export const hostile: readonly unknown[] = [
  null,
  '',
  -1,
  1.5,
  1e300,
  [],
  [{}],
  {},
  { $ne: '' },
  { _internalType: 'x', operator: 'neq' },
  { $regularExpression: { pattern: '.*', options: '' } },
  'se_01TEST0000000000000000010O',
  'se_01TEST00000000000000000100/1',
  'a.b',
  '$ne',
  '\u0000',
  '__proto__',
  LONG,
  true,
]

/** Well written, and the name of nothing: by how the value in its place begins. */
const NOTHING = '7ZZZZZZZZZZZZZZZZZZZZZZZZZ'
const strangers: readonly [RegExp, string][] = [
  [/^(ac|se|apt|sw|lm|fl|ru|lv|ls|lw_p)_/, `$1_${NOTHING}`],
  [/^(org)_/, `$1_${NOTHING}`],
  [/^(p|gr|nt)_/, `$1_${NOTHING}`],
  [/^sl_/, `sl_lw_p_${NOTHING}_20260916_1000`],
  [/^apv_/, `apv_ACTIVITY_ac_${NOTHING}_1`],
  [/^pk_/, `pk_se_${NOTHING}_unknown-device`],
  [/^ex_/, `ex_p_${NOTHING}_${NOTHING}`],
  [/^01TEST\w{20}$/, NOTHING],
  [/^\d{1,13}_/, '9999999999999_zz'],
  [/^\d{1,5}$/, '99999'],
]

/** Undefined where a value names nothing. */
export function strangerFor(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const [pattern, stranger] = strangers.find(([pattern]) => pattern.test(value)) ?? []
  if (!pattern || stranger === undefined) return undefined
  return stranger.replace('$1', pattern.exec(value)?.[1] ?? '')
}

type Path = readonly (string | number)[]

/** Every field of an input, also those within; of a list its first item. */
export function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.slice(0, 1).map(item => [0, item])
    : Object.entries(value)
  return entries.flatMap(([key, inner]) => [[...at, key], ...pathsOf(inner, [...at, key])])
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value)
}

/** A copy with another value in one place; with nothing there when it is undefined. */
export function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >
  copy[key] = changed(copy[key], rest, to)
  return copy
}
