/** One session with its queue in the database, and the steps of the model done by the functions' own code. */
import { makePlaces } from '../../../cloudfunctions/_kit/places/places'
import type { Store } from '../../../cloudfunctions/_kit/store'
import { AFTER_CAUSE_MS, settleTask, taskId } from '../../../cloudfunctions/_kit/tasks'
import { cancel } from '../../../cloudfunctions/activity/holding/cancel'
import { expireOffer } from '../../../cloudfunctions/activity/queue/expire-offer'
import { fitSession } from '../../../cloudfunctions/activity/queue/fit-session'
import { healPlace } from '../../../cloudfunctions/activity/holding/heal-place'
import { mendEntriesOf } from '../../../cloudfunctions/activity/queue/mend-entries'
import { setCapacity } from '../../../cloudfunctions/activity/queue/set-capacity'
import { segmentTotals } from '../../../cloudfunctions/activity/segments'
import { signUp } from '../../../cloudfunctions/activity/holding/sign-up'
import { waitAnswer } from '../../../cloudfunctions/activity/queue/wait-answer'
import { isLive } from '../../../cloudfunctions/activity/queue/wait-entry'
import { waitJoin } from '../../../cloudfunctions/activity/queue/wait-join'
import { waitLeave } from '../../../cloudfunctions/activity/queue/wait-leave'
import { AppError } from '../../../cloudfunctions/_kit/errors'
import type { Employment, Person, Place, Segment, Session, Wait } from '../../../typings/documents'
import { personOf } from '../world'
import { activityIdOf, BEGINS, documents, sessionIdOf } from './model-documents'
import type { Model, Reach, Step } from './queue-model'

const employments: Record<string, Employment> = {
  anna: 'RIDER',
  bert: 'OFFICE',
  carl: 'RIDER',
  dora: 'OFFICE',
  emil: 'OFFICE',
  finn: 'RIDER',
  gina: 'OFFICE',
}
export const people = Object.keys(employments)
export const SEGMENTS: Segment[] = [
  { key: 'k1', label: '骑手', from: 1, to: 1, employments: ['RIDER'] },
  { key: 'all', label: '通用', from: 2, to: 3, employments: [] },
]
export const reach: Reach = Object.fromEntries(
  people.map(name => [name, employments[name] === 'RIDER' ? ['k1', 'all'] : ['all']]),
)
export const beginning: Model = {
  spots: SEGMENTS.flatMap(({ key, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, i) => ({
      no: from + i,
      segment: key,
      kind: 'FREE' as const,
      who: '',
    })),
  ),
  queue: [],
  busy: [],
}

let made = 0

/** A session of its own, and one at the same hour for who is busy. */
export class QueueStage {
  private now = BEGINS
  private readonly ids = { main: sessionIdOf(++made), other: sessionIdOf(++made) }
  /** People of its own: what they hold elsewhere would count here. */
  private readonly prefix = `p_${made}_`

  constructor(private readonly store: Store) {}

  async arrange(): Promise<void> {
    for (const [id, segments, maxNo] of [
      [this.ids.main, SEGMENTS, 3],
      [this.ids.other, [], people.length],
    ] as const) {
      const { activity, session } = documents(id, [...segments], maxNo)
      await this.store.insert('activities', activity)
      await this.store.insert('sessions', session)
      await makePlaces(this.store, { ...session, pool: id, refId: activity._id })
    }
  }

  /** What was asked of the capacity last: a second try asks the same. */
  private asked: { segment: string; rev: number; capacity: number } | undefined

  /** Does what the step says; a refusal is an answer. `again`: it is tried a second time. */
  async act(step: Step, store: Store, again = false): Promise<void> {
    this.now += 400
    if (!again) this.asked = undefined
    try {
      await this.perform(step, store)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'CONFLICT_RETRY') throw error
    }
  }

  /** What `jobs` does in the next minutes and nothing beyond it: a queue that is to be settled first, then places that are due. */
  async tick(): Promise<void> {
    this.now += AFTER_CAUSE_MS + 1000
    for (const pool of [this.ids.other, this.ids.main]) {
      await this.settleIfAsked()
      for (const place of await this.due(pool)) {
        if (place.step === 'HEAL') await healPlace(this.store, place, this.now)
        else if (place.state === 'OFFERED' && place.offerUntil === 0)
          await expireOffer(this.store, place, this.now)
      }
    }
    await this.tell()
  }

  private async settleIfAsked(): Promise<void> {
    const task = await this.store.get('tasks', taskId('SETTLE', this.ids.main))
    if (!task || task.dueAt === 0) return
    await this.settle(this.store)
    await settleTask(this.store, task)
  }

  /** What `jobs` does as soon as somebody has a place: it tells them, and their entry says so if it did not. */
  async tell(): Promise<void> {
    const told = (await this.due(this.ids.main)).filter(({ step }) => step === 'SIGNED' || step === 'OFFERED')
    await mendEntriesOf(this.store, told, this.now)
  }

  private due(pool: string): Promise<Place[]> {
    return this.store.find('places', { where: { pool, due: { $gt: 0 } }, limit: 1000 })
  }

  /** As the model would say it. */
  async standing(): Promise<Model> {
    const { places, waits } = await this.read()
    const others = await this.store.find('places', { where: { pool: this.ids.other }, limit: 1000 })
    const name = (id: string) => id.slice(this.prefix.length)
    const holders = new Set(places.filter(({ state }) => state === 'HELD').map(({ holder }) => holder))
    return {
      spots: places.map(({ no, segment, state, holder }) => ({
        no,
        segment,
        kind: state,
        who: holder.startsWith('#') ? '' : name(holder),
      })),
      // who holds a place waits no more, even where their entry does not say so yet
      queue: waits
        .filter(wait => isLive(wait) && !holders.has(wait.personId))
        .map(({ personId, autoAccept }) => ({ who: name(personId), auto: autoAccept })),
      busy: others.flatMap(({ holder }) => (holder === '' ? [] : [name(holder)])).sort(),
    }
  }

  /** Does this waiter have nothing else at that hour? */
  isIdle({ busy }: Model): (wait: Wait) => boolean {
    return ({ personId }) => !busy.some(who => personId === `${this.prefix}${who}`)
  }

  /** What was cancelled and is still held, and who was told that they lost what they hold. */
  async contradictions(): Promise<string[]> {
    const held = await this.store.find('places', {
      where: { pool: this.ids.main, state: 'HELD' },
      limit: 1000,
    })
    const rids = held.map(({ rid }) => rid)
    const rows = await this.store.find('signups', {
      where: { _id: { $in: rids.map(rid => `su_${rid}`) } },
      limit: 1000,
    })
    const notices = await this.store.find('notices', {
      where: { _id: { $in: held.map(({ holder, rid }) => `nt_${holder}_OFFER_EXPIRED_${rid}`) } },
      limit: 1000,
    })
    return [...rows, ...notices].map(({ _id }) => `contradicts a place that is held: ${_id}`)
  }

  async read(): Promise<{ session: Session; places: Place[]; waits: Wait[] }> {
    const { main } = this.ids
    const [places, waits, session] = await Promise.all([
      this.store.find('places', { where: { pool: main }, orderBy: { no: 1 }, limit: 1000 }),
      this.store.find('waits', { where: { sessionId: main }, orderBy: { n: 1 }, limit: 1000 }),
      this.store.get('sessions', main),
    ])
    if (!session) throw new Error('the session is gone')
    return { session, places, waits }
  }

  private async perform(step: Step, store: Store): Promise<void> {
    const { main, other } = this.ids
    if (step.do === 'settle') return this.settle(store)
    if ('segment' in step) return this.resize(step, store)
    const request = this.request(step.who, store)
    const mine = { sessionId: main }
    if (step.do === 'take') await signUp.run(request, { ...mine, rulesVersion: 1 })
    if (step.do === 'release') await cancel.run(request, mine)
    if (step.do === 'join') await waitJoin.run(request, { ...mine, rulesVersion: 1, autoAccept: step.auto })
    if (step.do === 'leave') await waitLeave.run(request, mine)
    if (step.do === 'accept' || step.do === 'decline')
      await waitAnswer.run(request, { ...mine, accept: step.do === 'accept' })
    if (step.do === 'expire') await this.expire(step.who, store)
    if (step.do === 'busy') await signUp.run(request, { sessionId: other, rulesVersion: 1 })
    if (step.do === 'idle' || step.do === 'unseen') await cancel.run(request, { sessionId: other })
    if (step.do === 'idle') await this.tick()
  }

  private request(who: string, store: Store) {
    const _id = `${this.prefix}${who}`
    const me: Person = { ...personOf(who, BEGINS), _id, employment: employments[who] ?? 'OFFICE' }
    return { now: this.now, store, me, personId: me._id, openid: who }
  }

  private async expire(who: string, store: Store): Promise<void> {
    const where = { pool: this.ids.main, holder: `${this.prefix}${who}`, state: 'OFFERED' as const }
    const [place] = await this.store.find('places', { where, limit: 1 })
    if (place) await expireOffer(store, place, Math.max(this.now, place.offerUntil))
  }

  /** As the task SETTLE does. */
  private async settle(store: Store): Promise<void> {
    const [session, activity] = await Promise.all([
      this.store.get('sessions', this.ids.main),
      this.store.get('activities', activityIdOf(this.ids.main)),
    ])
    if (session && activity) await fitSession(store, session, activity, this.now)
  }

  private async resize(
    { do: what, segment }: Extract<Step, { segment: string }>,
    store: Store,
  ): Promise<void> {
    const session = await this.store.get('sessions', this.ids.main)
    const activity = await this.store.get('activities', activityIdOf(this.ids.main))
    if (!session || !activity) throw new Error('the session is gone')
    const capacity = segmentTotals(session.segments).find(({ key }) => key === segment)?.capacity ?? 0
    this.asked ??= { segment, rev: session.rev, capacity: capacity + (what === 'raise' ? 1 : -1) }
    const request = { now: this.now, store, personId: 'p_staff', openid: 'staff', scope: undefined as never }
    const one = { session, activity, orgPath: activity.orgPath }
    await setCapacity.run(request, { sessionId: session._id, ...this.asked }, one)
  }
}
