import type { LegalService, ServiceInput } from '../../../../../typings/api/legal'
import type { ClaimType, LegalMode } from '../../../../../typings/documents'
import { claimLabels, modeLabels } from '../../../../shared/labels'

/** A line of the menu as it is being written. */
export interface ServiceForm extends Omit<ServiceInput, 'minutes'> {
  minutes: string
}

const LEAST_MIN = 10
const MOST_MIN = 240

export function formOf({ serviceId, minutes, ...service }: LegalService): ServiceForm {
  return { key: serviceId.slice('ls_'.length), minutes: String(minutes), ...service }
}

/** Behind the last one; `key` names it for ever. */
export function newForm(key: string, services: readonly LegalService[]): ServiceForm {
  const order = 1 + Math.max(0, ...services.map(service => service.order))
  return {
    ...{ key, name: '', intro: '', modes: ['PHONE', 'TEXT'], minutes: '30', claimTypes: [] },
    ...{ needsOpponent: true, open: true, order, rev: 0 },
  }
}

/** What is missing, in a sentence, or what to send. */
export function toService({ minutes, ...form }: ServiceForm): ServiceInput | string {
  const [name, intro, length] = [form.name.trim(), form.intro.trim(), Number(minutes)]
  if (name.length < 2) return '请填写名称，至少2个字。'
  if (form.modes.length === 0) return '请至少选择一种咨询方式。'
  if (form.claimTypes.length === 0) return '请至少选择一类事项。'
  if (!Number.isInteger(length) || length < LEAST_MIN || length > MOST_MIN)
    return `每次时长请填写 ${LEAST_MIN} 到 ${MOST_MIN} 分钟。`
  return { ...form, name, intro, minutes: length }
}

export interface Choice {
  key: string
  label: string
  chosen: boolean
}

const choices = <K extends string>(labels: Record<K, string>, chosen: readonly K[]): Choice[] =>
  (Object.keys(labels) as K[]).map(key => ({ key, label: labels[key], chosen: chosen.includes(key) }))

export const modeChoices = (chosen: readonly LegalMode[]): Choice[] => choices(modeLabels, chosen)
export const claimChoices = (chosen: readonly ClaimType[]): Choice[] => choices(claimLabels, chosen)

/** With this one added, or without it. */
export const toggled = <K>(list: readonly K[], one: K): K[] =>
  list.includes(one) ? list.filter(other => other !== one) : [...list, one]

export interface ServiceRow {
  serviceId: string
  name: string
  line: string
  state: string
}

export function serviceRow({ serviceId, name, modes, minutes, open }: LegalService): ServiceRow {
  const ways = modes.map(mode => modeLabels[mode]).join('、')
  return { serviceId, name, line: `${ways}　每次${minutes}分钟`, state: open ? '' : '已停用' }
}
