import { shown } from './duplicate'
import { writeRefused } from './failure'
import { isDocument } from './value'
import type { Doc } from './database'

/** Undefined where nothing stands; a number in the path is an array position, other names do not enter arrays. */
export function read(document: Doc, path: string): unknown {
  let value: unknown = document
  for (const name of path.split('.')) value = child(value, name)
  return value
}

/** Makes embedded documents on the way; refuses to go through anything else. */
export function write(document: Doc, path: string, value: unknown): void {
  const names = path.split('.')
  const last = names.pop() ?? path
  let at: unknown = document
  for (const [i, name] of names.entries()) {
    const next = child(at, name)
    if (next === undefined) put(at, name, {}, names[i - 1])
    at = child(at, name)
  }
  put(at, last, value, names.at(-1))
}

export function remove(document: Doc, path: string): void {
  const names = path.split('.')
  const last = names.pop() ?? path
  const at = names.length > 0 ? read(document, names.join('.')) : document
  if (isDocument(at)) delete at[last]
  else if (Array.isArray(at) && child(at, last) !== undefined) at[Number(last)] = null
}

function child(value: unknown, name: string): unknown {
  if (Array.isArray(value))
    return position(name) === undefined ? undefined : (value as unknown[])[Number(name)]
  return isDocument(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function put(at: unknown, name: string, value: unknown, parent: string | undefined): void {
  if (isDocument(at)) at[name] = value
  else if (Array.isArray(at) && position(name) !== undefined) {
    while (at.length < Number(name)) at.push(null)
    at[Number(name)] = value
  } else throw writeRefused(`Cannot create field '${name}' in element {${parent}: ${shown(at)}}`)
}

/** MongoDB pads at most this many nulls. */
const maxPosition = 1_500_000

function position(name: string): number | undefined {
  return /^(0|[1-9]\d*)$/.test(name) && Number(name) <= maxPosition ? Number(name) : undefined
}
