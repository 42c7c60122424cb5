import type { ErrorCode } from '../miniprogram/shared/errors'

/** What an error may tell besides its code. `field` is a dotted path into the input; `until` is epoch ms. */
export interface ErrorDetail {
  field?: string
  retryAfterMs?: number
  reason?: string
  until?: number
  requestId?: string
}

/** The answer of every action. `serverAt` is the server's epoch ms, so that a phone can correct its clock. */
export type Reply<T> =
  | { ok: true; data: T; serverAt: number }
  | { ok: false; code: ErrorCode; detail?: ErrorDetail; serverAt: number }

/** What a page sends to a cloud function. */
export interface Call<Input = unknown> {
  action: string
  input: Input
}

/** An interface whose methods are the actions of one function: `action(input): output`. */
export type Actions<Api> = { [K in keyof Api]: (input: never) => unknown }
export type InputOf<Api, K extends keyof Api> = Api[K] extends (input: infer I) => unknown ? I : never
export type OutputOf<Api, K extends keyof Api> = Api[K] extends (input: never) => infer O ? O : never

/** A page of a list: `next` is passed back as `cursor`; without it the list has ended. */
export interface Page<T> {
  items: T[]
  next?: string
}
