/** Limitation cards for a test. */
import { ulid } from '../../../cloudfunctions/_kit/ids'
import { nextYear } from '../../../miniprogram/shared/local-days'
import { DAY, localDate } from '../../../miniprogram/shared/time'
import type { LegalApi, LimitInput, Limitation } from '../../../typings/api/legal'
import type { LimitationDoc, LimitEvent } from '../../../typings/documents'
import { legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { ok, personId } from '../world'

type Save = Parameters<LegalApi['limitSave']>[0]

export function limitations(world: World) {
  const name = (what: string) => `limit-${what}-${ulid(world.now)}`
  const fixture = legalFixture(world)
  /** Local date so many days ago. */
  const ago = (days: number) => localDate(world.now - days * DAY)
  const id = () => ulid(world.now)
  const input = (fields: Partial<LimitInput> = {}): LimitInput => ({
    claimType: 'DISMISSAL',
    keyDate: ago(100),
    employedStill: false,
    events: [],
    ...fields,
  })
  const wish = (fields: Partial<Save> = {}): Save => ({
    ...input(),
    opId: id(),
    rev: 0,
    remind: true,
    ...fields,
  })
  const save = (openid: string, fields: Partial<Save> = {}) => world.legal(openid, 'limitSave', wish(fields))
  const report = (openid: string, limitId: string, fields: Partial<LimitEvent> = {}) =>
    world.legal(openid, 'limitEvent', { limitId, opId: id(), kind: 'DEMANDED', date: ago(20), ...fields })

  return {
    ...{ ago, id, input, wish, save, report },

    async someone(): Promise<string> {
      const openid = name('worker')
      await world.people([openid])
      return openid
    },
    async saved(openid: string, fields: Partial<Save> = {}): Promise<Limitation> {
      return ok(await save(openid, fields))
    },
    /** A card that no function of this cloud has written: nothing is remembered of its person. */
    async stored(openid: string): Promise<string> {
      const card: LimitationDoc = {
        ...{ _id: `lm_${id()}`, createdAt: world.now, updatedAt: world.now, rev: 1 },
        ...{ personId: personId(openid), claimType: 'DISMISSAL', keyDate: ago(100), employedStill: false },
        ...{ endDate: '', events: [], deadline: nextYear(ago(100)), remind: true },
        ...{ since: world.now, removedAt: 0 },
      }
      await world.add('limitations', [card])
      return card._id
    },
    /** A lawyer, and the person they advise in an appointment of this state, with a card and one reported event. */
    async advised(state: 'BOOKED' | 'CLEARED' | 'CONSULTING' | 'DONE' | 'RATED' | 'CONFLICTED') {
      const [worker, lawyer] = [await this.someone(), name('lawyer')]
      const lawyerId = await fixture.lawyer(lawyer)
      const [slot = ''] = await fixture.slots(lawyerId, [tenOclock(world, 3)])
      await fixture.appointment(worker, slot, { state })
      const { limitId } = await this.saved(worker)
      const [event] = ok(await report(worker, limitId)).events
      return { worker, lawyer, limitId, eventId: event?.id ?? '' }
    },
    decide: (openid: string, limitId: string, eventId: string, confirm: boolean) =>
      world.legal(openid, 'limitEvent', { limitId, eventId, confirm }),
    mine: async (openid: string) => ok(await world.legal(openid, 'limitMine', {})).limitations,
    card: async (_id: string) => (await world.cloud.find<LimitationDoc>('limitations', { _id }))[0],
  }
}
