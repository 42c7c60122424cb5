import { CloudError } from '../cloud-error'
import type { Invocation } from '../functions/invocation'

/** One request of the SDK. */
export interface AdminRequest {
  body: Record<string, unknown>
  /** The function call that it was made from, if it was. */
  invocation: Invocation | undefined
  /** X-TCB-Source: who called whom. */
  source: string
}

/** The fields of the reply, or the bytes of it. */
export type Reply = Record<string, unknown> | Buffer
type Action = (request: AdminRequest) => Reply | Promise<Reply>
export type Actions = Record<string, Action>

export function text(body: Record<string, unknown>, name: string): string {
  return optionalText(body, name) ?? invalid(name, 'a string')
}

export function optionalText(body: Record<string, unknown>, name: string): string | undefined {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' ? value : invalid(name, 'a string')
}

export function list(body: Record<string, unknown>, name: string): unknown[] {
  const value = body[name]
  return Array.isArray(value) ? value : invalid(name, 'an array')
}

export function wholeNumber(body: Record<string, unknown>, name: string): number | undefined {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  return Number.isInteger(value) && (value as number) >= 0
    ? (value as number)
    : invalid(name, 'a whole number')
}

function invalid(name: string, expected: string): never {
  throw new CloudError('INVALID_PARAM', `${name} must be ${expected}`)
}
