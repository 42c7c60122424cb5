import type { PartiesSaved, PartyInput } from '../../../../../typings/api/legal'
import { dayWords, nextYear } from '../../../../shared/local-days'

export interface PartyForm {
  name: string
  uscc: string
  untilDate: string
}

export const newParty = (today: string): PartyForm => ({ name: '', uscc: '', untilDate: nextYear(today) })

export const MOST_PARTIES = 500
/** As the standard GB 32100 has it: no I, O, S, V, Z. */
const USCC = /^[0-9A-HJ-NPQRTUWXY]{18}$/

export const normalCode = (typed: string): string => typed.replace(/\s/g, '').toUpperCase()

/** Why it cannot be added; '' when it can. */
export function partyProblem(form: PartyForm, parties: readonly PartyInput[]): string {
  const name = form.name.trim()
  const code = normalCode(form.uscc)
  if (name.length < 2) return '请填写当事人全称。'
  if (code && !USCC.test(code)) return '统一社会信用代码是18位数字和大写字母。'
  if (parties.length >= MOST_PARTIES) return `最多申报 ${MOST_PARTIES} 个。`
  return parties.some(party => party.name === name && (party.uscc ?? '') === code) ? '已经在名单里。' : ''
}

export function withParty(form: PartyForm, parties: readonly PartyInput[]): PartyInput[] {
  const code = normalCode(form.uscc)
  const { untilDate } = form
  return [{ name: form.name.trim(), ...(code && { uscc: code }), untilDate }, ...parties]
}

export interface PartyLine {
  index: number
  name: string
  line: string
}

export const partyLines = (parties: readonly PartyInput[]): PartyLine[] =>
  parties.map(({ name, uscc, untilDate }, index) => ({
    index,
    name,
    line: [...(uscc ? [uscc] : []), `到${dayWords(untilDate)}`].join('　'),
  }))

export function savedWords({ count, conflicted }: PartiesSaved): string {
  const saved = count > 0 ? `已保存 ${count} 个` : '已清空'
  return conflicted > 0 ? `${saved}；${conflicted} 个预约有冲突，已交工会另行安排` : saved
}
