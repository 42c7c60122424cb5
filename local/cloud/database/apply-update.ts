import { copy } from './codec'
import { equal } from './compare'
import { shown } from './duplicate'
import { refused, writeRefused } from './failure'
import { arrayOperators } from './array-operators'
import { valueOperators } from './value-operators'
import { read, remove, write } from './update-path'
import { isDocument } from './value'
import type { Doc } from './database'

/** Answers the value a field is to have, or undefined to leave it alone; `current` is undefined where there is none. */
export type Operator = (current: unknown, operand: unknown, path: string, document: Doc) => unknown

interface Moment {
  now: number
  /** The document is being made by an upsert. */
  inserting?: boolean
}

const operators: Record<string, Operator> = { ...valueOperators, ...arrayOperators }

/** The document after the update; fails wherever MongoDB does, and never does half. */
export function applyUpdate(document: Doc, update: Doc, moment: Moment): Doc {
  const result = copy(document)
  const changes = changesOf(update)
  refuseConflicts(changes)
  for (const { operator, path, operand } of changes) {
    if (operator === '$unset') remove(result, path)
    else if (operator === '$rename') rename(result, path, operand)
    else if (operator === '$setOnInsert') {
      if (moment.inserting) write(result, path, copy(operand))
    } else if (operator === '$currentDate') write(result, path, today(operand, moment))
    else change(result, path, operand, operators[operator])
  }
  if (!equal(document._id, result._id))
    throw writeRefused("Performing an update on the path '_id' would modify the immutable field '_id'")
  return result
}

function change(document: Doc, path: string, operand: unknown, operator: Operator | undefined): void {
  const value = operator?.(read(document, path), operand, path, document)
  if (value !== undefined) write(document, path, copy(value))
}

function today(operand: unknown, { now }: Moment): Date {
  if (operand === true || (isDocument(operand) && operand.$type === 'date')) return new Date(now)
  throw refused(`unsupported $currentDate ${shown(operand)}`)
}

interface Change {
  operator: string
  path: string
  operand: unknown
}

function changesOf(update: Doc): Change[] {
  return Object.entries(update).flatMap(([operator, fields]) => {
    if (!operator.startsWith('$')) throw writeRefused(`Unknown modifier: ${operator}`)
    if (!(operator in operators) && !['$unset', '$rename', '$setOnInsert', '$currentDate'].includes(operator))
      throw refused(`unsupported update operator ${operator}`)
    if (!isDocument(fields))
      throw writeRefused(`Modifiers operate on fields but we found another type for ${operator}`)
    return Object.entries(fields)
      .filter(([, operand]) => operand !== undefined)
      .map(([path, operand]) => ({ operator, path, operand }))
  })
}

/** Two changes may not touch the same field, nor one a part of the other's. */
function refuseConflicts(changes: Change[]): void {
  const seen: string[] = []
  for (const { operator, path, operand } of changes) {
    for (const one of operator === '$rename' ? [path, String(operand)] : [path]) {
      refuseName(one)
      const other = seen.find(known => `${known}.`.startsWith(`${one}.`) || `${one}.`.startsWith(`${known}.`))
      if (other !== undefined)
        throw writeRefused(`Updating the path '${one}' would create a conflict at '${other}'`)
      seen.push(one)
    }
  }
}

function refuseName(path: string): void {
  for (const name of path.split('.')) {
    if (name === '')
      throw writeRefused(`The update path '${path}' contains an empty field name, which is not allowed.`)
    if (/^\$(\[.*\])?$/.test(name)) throw refused(`unsupported positional operator ${name} in '${path}'`)
    if (name.startsWith('$'))
      throw writeRefused(`The dollar ($) prefixed field '${name}' in '${path}' is not valid for storage.`)
    if (name === '__proto__') throw writeRefused(`The field name '${name}' is not allowed.`)
  }
}

function rename(document: Doc, path: string, operand: unknown): void {
  if (typeof operand !== 'string') throw writeRefused(`The 'to' field for $rename must be a string: ${path}`)
  const value = read(document, path)
  if (value === undefined) return
  remove(document, path)
  write(document, operand, value)
}
