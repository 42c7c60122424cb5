import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../_kit/errors'
import { derivedUlid } from '../../_kit/ids'
import type { Lawyer, Rota, RotaRule } from '../../../typings/documents'
import { overlap } from './overlap'
import type { RuleWritten } from './rule-schema'

const MOST_RULES = 20

export interface RuleChange {
  rev: number
  rule: RuleWritten
  remove: boolean
}

/** Its own id, or one that a second tap comes to as well. */
export function ruleIdOf(lawyerId: string, { rev, rule }: RuleChange): string {
  return rule.id ?? `ru_${derivedUlid(`rule|${lawyerId}|${rev}|${JSON.stringify(rule)}`)}`
}

export function saysRule(rota: Rota, { rule, remove }: RuleChange, id: string): boolean {
  const stored = rota.rules.find(one => one.id === id)
  return remove ? stored === undefined : isDeepStrictEqual(stored, { ...rule, id })
}

/** The rules as they shall be. */
export function nextRules(rota: Rota, lawyer: Lawyer, change: RuleChange): RotaRule[] {
  const { rule, remove } = change
  const id = ruleIdOf(lawyer._id, change)
  const others = rota.rules.filter(one => one.id !== id)
  const known = others.length < rota.rules.length
  if (!known && (remove || rule.id !== undefined)) throw new AppError('NOT_FOUND', { field: 'rule.id' })
  if (remove) return others
  if (!rule.modes.every(mode => lawyer.modes.includes(mode)))
    throw new AppError('INVALID_INPUT', { field: 'rule.modes' })
  if (others.length >= MOST_RULES) throw new AppError('INVALID_INPUT', { field: 'rule' })
  const written = { ...rule, id }
  if (others.some(one => overlap(one, written))) throw new AppError('RULE_OVERLAP')
  return known ? rota.rules.map(one => (one.id === id ? written : one)) : [...others, written]
}
