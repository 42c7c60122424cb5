import { messages, type ErrorCode } from '../shared/errors'
import type { ErrorDetail } from '../../typings/contract'

/** What `call` throws: a code of shared/errors.ts and what the function told besides. */
export class AppFailure extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: ErrorDetail = {},
  ) {
    super(messages[code])
  }
}

/** A failure as a page shows it: the sentence, and the code in small grey. */
export interface Failure {
  code: ErrorCode
  sentence: string
  detail: ErrorDetail
}

export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof AppFailure)
    return { code: thrown.code, sentence: messages[thrown.code], detail: thrown.detail }
  // A fault of our own: shown as one, and kept where a developer sees it.
  console.error(thrown)
  return { code: 'INTERNAL', sentence: messages.INTERNAL, detail: {} }
}

/** The phone got no answer: what is stored may stand in for it. */
export const isUnreached = (failure: { code: ErrorCode }): boolean =>
  failure.code === 'OFFLINE' || failure.code === 'UNREACHABLE'
