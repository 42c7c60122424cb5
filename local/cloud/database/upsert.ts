import { applyUpdate } from './apply-update'
import { copy } from './codec'
import { write } from './update-path'
import { isDocument, isOperators } from './value'
import { newId } from './write'
import type { Doc, Filter, Modify } from './database'

/** The document an upsert makes: what the filter equates, then the change. */
export function upserted({ filter, data, replace }: Modify, now: number): Doc {
  const equated = equalities(filter)
  const { _id = newId(), ...rest } = equated
  if (replace) return copy({ _id, ...data })
  const base: Doc = { _id }
  for (const [path, value] of Object.entries(rest)) write(base, path, value)
  return applyUpdate(base, data, { now, inserting: true })
}

function equalities(filter: Filter): Doc {
  const found: Doc = {}
  for (const [path, operand] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(operand))
      operand.filter(isDocument).forEach(part => Object.assign(found, equalities(part)))
    else if (path.startsWith('$') || operand instanceof RegExp) continue
    else if (!isOperators(operand)) found[path] = operand
    else if ('$eq' in operand) found[path] = operand.$eq
  }
  return found
}
