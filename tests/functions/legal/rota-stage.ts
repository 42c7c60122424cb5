/** A world on Wednesday 16 September 2026, 10:00, in which lawyers have rotas. */
import type { LegalApi, RotaSlot, RuleInput } from '../../../typings/api/legal'
import type { InputOf } from '../../../typings/contract'
import { instant } from '../../../miniprogram/shared/time'
import type { Place, RotaRule } from '../../../typings/documents'
import { legalFixture } from '../legal-fixture'
import { ok, startWorld } from '../world'
import { rule, times } from './rota-sample'

export const at = (words: string) => instant(`2026-${words.slice(0, 5)}`, words.slice(6))
export const NOW = at('09-16 10:00')

/** A rule as a page sends a new one. */
export function newRule(fields: Partial<RotaRule> = {}): RuleInput['rule'] {
  const { id: _, ...written } = rule(fields)
  return written
}

export async function startRota() {
  const world = await startWorld({ instances: 1 })
  await world.cloud.clock.set(NOW)
  const fixture = legalFixture({ ...world, now: NOW })
  return {
    ...world,
    ...fixture,
    save: (openid: string, rule: RuleInput['rule'], rev: number, fields: Partial<RuleInput> = {}) =>
      world.legal(openid, 'ruleSave', { rev, preview: false, rule, ...fields }),
    leave: (openid: string, input: Omit<InputOf<LegalApi, 'leaveSave'>, 'reason'>) =>
      world.legal(openid, 'leaveSave', { reason: '出差', ...input }),
    async view(openid: string, from = '2026-09-16', to = '2026-10-16') {
      return ok(await world.legal(openid, 'rotaView', { from, to }))
    },
    /** The lawyer's slots as they are stored, withdrawn ones too, in order. */
    async places(lawyerId: string): Promise<Place[]> {
      const found = await world.cloud.find<Place>('places', { refId: lawyerId })
      return found.sort((a, b) => a.startAt - b.startAt)
    },
    async free(openid: string): Promise<string[]> {
      const { slots } = await this.view(openid)
      return times(slots.filter(({ state }: RotaSlot) => state === 'FREE'))
    },
  }
}

export type RotaWorld = Awaited<ReturnType<typeof startRota>>
