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

const MOST_BYTES = 1024 * 1024
const INVALID_MEDIA = 40006

/** `security.imgSecCheck`: no picture is objected to, one of more than 1 MB is not taken. `media` is `<n bytes>`. */
export function checkImage(media: unknown): Verdict {
  const bytes = Number(/^<(\d+) bytes>$/.exec(String(media))?.[1] ?? 0)
  if (bytes === 0 || bytes > MOST_BYTES) return { errcode: INVALID_MEDIA, errmsg: 'invalid media size' }
  return { errcode: 0, errmsg: 'ok' }
}
