/** What the cloud and its SDKs throw: `code` or, through wx-server-sdk, `errCode`, and a text. */
interface CloudFailure {
  code?: unknown
  errCode?: unknown
  message?: unknown
  errMsg?: unknown
}

/** A unique index refused the write. The real cloud has three ways to say so, all through the text or one code. */
export function duplicateKey(error: unknown): boolean {
  const { code, text } = read(error)
  return code === 'DATABASE_DUPLICATE_WRITE' || /E11000|duplicate key/i.test(text)
}

/** Two writers met and this one lost: the same request may win when repeated. */
export function writeConflict(error: unknown): boolean {
  const { code, text } = read(error)
  return (
    !duplicateKey(error) &&
    (/TransactionConflict|WriteConflict/i.test(`${code} ${text}`) || code === '-501001')
  )
}

function read(error: unknown): { code: string; text: string } {
  if (typeof error !== 'object' || error === null) return { code: '', text: '' }
  const { code, errCode, message, errMsg } = error as CloudFailure
  return { code: String(code ?? errCode ?? ''), text: `${String(message ?? '')} ${String(errMsg ?? '')}` }
}
