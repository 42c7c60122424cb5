import type { Verdict } from './verdict'

const INVALID_OPENID = 40003
const INVALID_TEMPLATE = 40037
const INVALID_ARGUMENT = 47003

const CLOCK = String.raw`\d{1,2}:\d{2}`
const TIME = new RegExp(String.raw`^(\d{4}年\d{1,2}月\d{1,2}日( ${CLOCK})?|${CLOCK})(~.+)?$`)

/** What a value may be, by the kind that the name of its field begins with. */
const kinds: Record<string, (value: string) => boolean> = {
  thing: value => [...value].length <= 20,
  character_string: value => /^[\x20-\x7e]{1,32}$/.test(value),
  time: value => TIME.test(value),
  date: value => TIME.test(value),
  number: value => /^-?\d+(\.\d+)?$/.test(value),
  amount: value => [...value].length <= 11 && /\d/.test(value),
  phrase: value => /^\p{Script=Han}{1,5}$/u.test(value),
}

/** `subscribeMessage.send`: takes what WeChat would take of a person who allowed it. */
export function sendMessage({ touser, template_id: template, data }: Record<string, unknown>): Verdict {
  if (typeof touser !== 'string' || touser === '')
    return { errcode: INVALID_OPENID, errmsg: 'invalid openid' }
  if (typeof template !== 'string' || template === '')
    return { errcode: INVALID_TEMPLATE, errmsg: 'template_id invalid' }
  const fields = Object.entries((data ?? {}) as Record<string, { value?: unknown } | null>)
  const wrong = fields.find(([name, field]) => !fits(name, field?.value))
  if (wrong || fields.length === 0)
    return {
      errcode: INVALID_ARGUMENT,
      errmsg: `argument invalid! data.${wrong?.[0] ?? 'thing1'}.value invalid`,
    }
  return { errcode: 0, errmsg: 'ok' }
}

function fits(name: string, value: unknown): boolean {
  const kind = kinds[name.replace(/\d+$/, '')]
  return typeof value === 'string' && value !== '' && (kind?.(value) ?? false)
}
