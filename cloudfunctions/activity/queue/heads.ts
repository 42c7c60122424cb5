import type { Store } from '../../_kit/store'
import type { Place, Wait } from '../../../typings/documents'
import type { Line } from './line'
import { mendEntry } from './mend-entry'
import { around, DECIDING, promotable } from './promotable'

/** Waiters of one read. */
const PAGE = 40

/** Somebody who waits, and their places around the session. */
export interface Head {
  entry: Wait
  others: Place[]
}

/** Those who wait, in the order of their numbers. Read a page at a time, and only as far as somebody is looked for. */
export class Heads {
  private readonly waiting: Head[] = []
  private after = 0
  private allRead = false

  constructor(
    private readonly store: Store,
    private readonly line: Line,
  ) {}

  /** The first who may have this place, once. Those it is not for keep their position. */
  async nextFor(place: Place): Promise<Head | undefined> {
    for (;;) {
      const at = this.waiting.findIndex(({ entry, others }) => promotable(this.line, entry, others, place))
      if (at >= 0) return this.waiting.splice(at, 1)[0]
      if (this.allRead) return undefined
      await this.readPage()
    }
  }

  /** What they were meant to have went elsewhere: they are still the first. */
  putBack(head: Head): void {
    const behind = this.waiting.findIndex(({ entry }) => entry.n > head.entry.n)
    this.waiting.splice(behind < 0 ? this.waiting.length : behind, 0, head)
  }

  private async readPage(): Promise<void> {
    const { store, line, after } = this
    const { _id: sessionId } = line.session
    const page = await store.find('waits', {
      where: { sessionId, state: 'WAITING', n: { $gt: after } },
      orderBy: { n: 1 },
      limit: PAGE,
    })
    this.allRead = page.length < PAGE
    this.after = page.at(-1)?.n ?? after
    for (const head of await withPlaces(store, line, page)) {
      const own = head.others.find(({ pool }) => pool === sessionId)
      // theirs already: a write that gave it to them was cut off before it said so here
      if (own) await mendEntry(store, head.entry, own, line.now)
      else this.waiting.push(head)
    }
  }
}

/** What these waiters have around the session, in one read. */
export async function withPlaces(store: Store, { session }: Line, entries: readonly Wait[]): Promise<Head[]> {
  if (entries.length === 0) return []
  const { from, to } = around(session)
  const places = await store.find('places', {
    where: {
      holder: { $in: entries.map(({ personId }) => personId) },
      endAt: { $gt: from },
      startAt: { $lt: to },
    },
    fields: DECIDING,
    limit: 1000,
  })
  return entries.map(entry => ({
    entry,
    others: places.filter(({ holder }) => holder === entry.personId),
  }))
}
