import { Long } from 'bson'
import { compare } from './compare'
import { shown } from './duplicate'
import { writeRefused } from './failure'
import { isDocument, isLong, rank, rankOf, typeName } from './value'
import type { Operator } from './apply-update'
import type { Doc } from './database'

type Numeric = number | Long

export const valueOperators: Record<string, Operator> = {
  $set: (_current, operand) => operand,
  $min: (current, operand) => (current === undefined || compare(operand, current) < 0 ? operand : undefined),
  $max: (current, operand) => (current === undefined || compare(operand, current) > 0 ? operand : undefined),
  $inc: (current, operand, path, document) => {
    if (!isNumeric(operand))
      throw writeRefused(`Cannot increment with non-numeric argument: {${path}: ${shown(operand)}}`)
    if (current === undefined) return operand
    return calculate(
      numeric('$inc', current, path, document),
      operand,
      (a, b) => a + b,
      (a, b) => a + b,
    )
  },
  $mul: (current, operand, path, document) => {
    if (!isNumeric(operand))
      throw writeRefused(`Cannot multiply with non-numeric argument: {${path}: ${shown(operand)}}`)
    if (current === undefined) return 0
    return calculate(
      numeric('$mul', current, path, document),
      operand,
      (a, b) => a * b,
      (a, b) => a * b,
    )
  },
  $bit: (current, operand, path) => {
    const [name, mask] = isDocument(operand) ? (Object.entries(operand)[0] ?? []) : []
    const value = current ?? 0
    if (!Number.isInteger(mask) || !['and', 'or', 'xor'].includes(name ?? ''))
      throw writeRefused(`The $bit modifier takes and, or, xor with an integer: {${path}: ${shown(operand)}}`)
    if (!Number.isInteger(value))
      throw writeRefused(
        `Cannot apply $bit to a value of non-integral type: '${path}' is of type ${typeName(value)}`,
      )
    const [a, b] = [value as number, mask as number]
    return name === 'and' ? a & b : name === 'or' ? a | b : a ^ b
  },
}

function isNumeric(value: unknown): value is Numeric {
  return rankOf(value) === rank.number
}

function numeric(operator: string, value: unknown, path: string, document: Doc): Numeric {
  if (isNumeric(value)) return value
  throw writeRefused(
    `Cannot apply ${operator} to a value of non-numeric type. {_id: ${shown(document._id)}} ` +
      `has the field '${path.split('.').at(-1)}' of non-numeric type ${typeName(value)}`,
  )
}

/** Whole numbers stay exact beyond 2^53, up to 64 bits. */
function calculate(
  a: Numeric,
  b: Numeric,
  onNumbers: (a: number, b: number) => number,
  onIntegers: (a: bigint, b: bigint) => bigint,
): Numeric {
  const near = onNumbers(Number(a), Number(b))
  const whole = [a, b].every(value => isLong(value) || Number.isSafeInteger(value))
  if (!whole || Number.isSafeInteger(near)) return near
  const exact = onIntegers(integer(a), integer(b))
  if (BigInt.asIntN(64, exact) !== exact)
    throw writeRefused(`Failed to apply operations to current value: ${shown(a)} would overflow 64 bits`)
  return Long.fromBigInt(exact)
}

function integer(value: Numeric): bigint {
  return isLong(value) ? value.toBigInt() : BigInt(value)
}
