import type { Verdict } from './verdict'

/** What the local content check objects to; everything else passes. */
const SAMPLE = '违规样例'
const LONGEST = 2500
const PASS = 100
const RISKY = 20001
const CONTENT_TOO_LONG = 45002

/** `security.msgSecCheck`, version 2. */
export function checkContent(content: unknown): Verdict {
  if (typeof content !== 'string' || content.length > LONGEST)
    return { errcode: CONTENT_TOO_LONG, errmsg: 'content size out of limit' }
  const risky = content.includes(SAMPLE)
  const result = risky ? { suggest: 'risky', label: RISKY } : { suggest: 'pass', label: PASS }
  return { errcode: 0, errmsg: 'ok', result, detail: [{ strategy: 'content_model', errcode: 0, ...result }] }
}
