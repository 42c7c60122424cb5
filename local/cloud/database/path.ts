import { isDocument } from './value'

interface Found {
  value: unknown
  /** An array stands on the path or at its end: one document then has many values, and one key cannot hold them. */
  many: boolean
}

/** What an index sees of a document at a dotted path. */
export function valueAt(document: unknown, path: string): Found {
  let value = document
  for (const name of path.split('.')) {
    if (Array.isArray(value)) return { value, many: true }
    value = isDocument(value) && Object.hasOwn(value, name) ? value[name] : undefined
  }
  return { value, many: Array.isArray(value) }
}

/** Every value that MongoDB compares at a dotted path; arrays on the way are entered, and one at the end is given whole and by item. */
export function valuesAt(document: unknown, path: string): unknown[] {
  const ends = endsOf(document, path.split('.'), 0)
  return ends.flatMap(end => (Array.isArray(end) ? [...(end as unknown[]), end] : [end]))
}

/** The values at the end of a dotted path, arrays whole. */
export function endsAt(document: unknown, path: string): unknown[] {
  return endsOf(document, path.split('.'), 0)
}

function endsOf(value: unknown, names: string[], at: number): unknown[] {
  const name = names[at]
  if (name === undefined) return [value]
  if (Array.isArray(value)) {
    const items = value as unknown[]
    const indexed = /^\d+$/.test(name) ? endsOf(items[Number(name)], names, at + 1) : []
    return [...indexed, ...items.filter(isDocument).flatMap(item => endsOf(item, names, at))]
  }
  return isDocument(value) && Object.hasOwn(value, name) ? endsOf(value[name], names, at + 1) : [undefined]
}
