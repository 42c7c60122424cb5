import type { ErrorCode } from '../../miniprogram/shared/errors'
import type { ErrorDetail } from '../../typings/contract'

/** A refusal that the caller is told about by its code. Anything else that is thrown is INTERNAL. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: ErrorDetail,
  ) {
    super(code)
  }
}

/** Too many hands at once. Spread, so that those who were refused together do not come back together. */
export function tryAgain(): AppError {
  return new AppError('CONFLICT_RETRY', { retryAfterMs: 300 + Math.floor(Math.random() * 600) })
}
