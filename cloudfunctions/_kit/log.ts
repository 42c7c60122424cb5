export interface RequestLog {
  fn: string
  action: string
  code: string
  ms: number
  /** Database calls. */
  calls: number
  requestId: string
}

/** One line a request. Nothing of the input, the answer or the caller goes in. */
export function logRequest(entry: RequestLog, failure?: unknown): void {
  const line = failure === undefined ? entry : { ...entry, failure: describe(failure) }
  console.log(JSON.stringify(line))
}

/** One line for a piece of work that failed while the others went on; `id` names it, persons left out. */
export function logFailure(fn: string, id: string, failure: unknown): void {
  console.log(JSON.stringify({ fn, failed: id.replace(/p_[0-9A-Z]{26}/g, '…'), failure: describe(failure) }))
}

/** Numbers of phones, ids of persons, WeChat identities (28 characters), whatever is Chinese. */
const NAMING = /\d{7,}|\bp_\w+|\bo[\w-]{27}|[\u3400-\u9fff]+/g

/** Name, code, text and stack of what went wrong, with everything that could name a person blotted out. */
function describe(failure: unknown): string {
  const { name, code, message, stack } = failure as Partial<Error> & { code?: unknown }
  const frames = (stack ?? '').split('\n').filter(row => row.trimStart().startsWith('at '))
  const text = `${name ?? typeof failure} ${String(code ?? '')} ${String(message ?? '').slice(0, 300)}`
  return [text.replace(NAMING, '…'), ...frames.slice(0, 5)].join('\n')
}
