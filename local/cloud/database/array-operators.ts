import { equal } from './compare'
import { shown } from './duplicate'
import { writeRefused } from './failure'
import { matcher } from './query'
import { sorted } from './sort'
import { isDocument, isOperators, typeName } from './value'
import type { Operator } from './apply-update'
import type { Doc } from './database'
import type { Sort } from './sort'

export const arrayOperators: Record<string, Operator> = {
  $push: (current, operand, path, document) => {
    const { $each, $position, $sort, $slice } = modifiers('$push', operand, [
      '$each',
      '$position',
      '$sort',
      '$slice',
    ])
    const items = [...(arrayOf(current, path, document) ?? [])]
    items.splice(typeof $position === 'number' ? $position : items.length, 0, ...$each)
    const ordered = $sort === undefined ? items : sortedItems(items, $sort)
    if (typeof $slice !== 'number') return ordered
    return $slice < 0 ? ordered.slice($slice) : ordered.slice(0, $slice)
  },
  $addToSet: (current, operand, path, document) => {
    const items = [...(arrayOf(current, path, document) ?? [])]
    for (const item of modifiers('$addToSet', operand, ['$each']).$each)
      if (!items.some(known => equal(known, item))) items.push(item)
    return items
  },
  $pull: (current, operand, path, document) => {
    const pulled = pullTest(operand)
    return arrayOf(current, path, document)?.filter(item => !pulled(item))
  },
  $pullAll: (current, operand, path, document) => {
    if (!Array.isArray(operand))
      throw writeRefused(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
    return arrayOf(current, path, document)?.filter(item => !operand.some(pulled => equal(pulled, item)))
  },
  $pop: (current, operand, path, document) => {
    if (operand !== 1 && operand !== -1) throw writeRefused(`$pop expects 1 or -1, found: ${shown(operand)}`)
    const items = arrayOf(current, path, document)
    return operand === 1 ? items?.slice(0, -1) : items?.slice(1)
  },
}

/** Undefined where there is no field yet. */
function arrayOf(current: unknown, path: string, document: Doc): unknown[] | undefined {
  if (current === undefined || Array.isArray(current)) return current
  throw writeRefused(
    `The field '${path}' must be an array but is of type ${typeName(current)} in document {_id: ${shown(document._id)}}`,
  )
}

interface Modifiers {
  $each: unknown[]
  $position?: unknown
  $sort?: unknown
  $slice?: unknown
}

function modifiers(operator: string, operand: unknown, known: string[]): Modifiers {
  if (!isOperators(operand)) return { $each: [operand] }
  const strange = Object.keys(operand).find(name => !known.includes(name))
  if (strange !== undefined) throw writeRefused(`Unrecognized clause in ${operator}: ${strange}`)
  const each = operand.$each
  if (!Array.isArray(each))
    throw writeRefused(
      `The argument to $each in ${operator} must be an array but it was of type ${typeName(each)}`,
    )
  for (const name of ['$position', '$slice'])
    if (operand[name] !== undefined && !Number.isInteger(operand[name]))
      throw writeRefused(
        `The value for ${name} must be an integer value but was given type: ${typeName(operand[name])}`,
      )
  return { ...operand, $each: each }
}

function sortedItems(items: unknown[], order: unknown): unknown[] {
  const whole = order === 1 || order === -1
  const wrapped = items.map(item => ({ item }))
  const sort = whole
    ? { item: order }
    : Object.fromEntries(
        Object.entries(isDocument(order) ? order : {}).map(([path, way]) => [`item.${path}`, way]),
      )
  return sorted(wrapped, sort as Sort).map(entry => entry.item)
}

/** A document operand is a filter on items that are documents; operators and plain values are tested on the item itself. */
function pullTest(operand: unknown): (item: unknown) => boolean {
  if (isDocument(operand) && !isOperators(operand)) {
    const test = matcher(operand)
    return item => isDocument(item) && test(item)
  }
  if (!isDocument(operand) && !(operand instanceof RegExp)) return item => equal(item, operand)
  const test = matcher({ item: operand })
  return item => test({ item: Array.isArray(item) ? [item] : item })
}
