import { AppError, tryAgain } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import type { Grant } from '../../../typings/documents'
import { expired } from './grant-rules'

const MOST_ADMINS = 1000
const TURNS = 5

/**
 * Before an administrator's grant is ended: notes it on the root organisation, whose `rev` lets one such note after the
 * other in. Who was noted no longer counts as one who stays, so two administrators who end each other at once cannot both
 * succeed. Throws LAST_ADMIN. A note without its end, of a write that was cut off, keeps one administrator too many.
 */
export async function keepOneAdmin(store: Store, grant: Grant, now: number): Promise<void> {
  const mine = noteOf(grant)
  for (let turn = 0; turn < TURNS; turn++) {
    // the notes before the grants: what is noted and not seen here makes the write below miss
    const [root] = await store.find('orgs', { where: { parentId: '' }, limit: 1 })
    if (!root) throw new AppError('NOT_FOUND')
    const where = { role: 'ADMIN' as const, state: 'ACTIVE' as const }
    const admins = await store.find('grants', { where, limit: MOST_ADMINS })
    const { notes, left } = tallyAdmins(admins, root.endingAdmins ?? [], grant, now)
    if (left === 0) throw new AppError('LAST_ADMIN')
    if (notes.includes(mine)) return
    const endingAdmins = [...notes, mine]
    if (await store.change('orgs', { _id: root._id, rev: root.rev }, { endingAdmins })) return
  }
  throw tryAgain()
}

/** The notes that still mean a grant in force, and how many administrators stay when `grant` ends. */
export function tallyAdmins(
  admins: readonly Grant[],
  noted: readonly string[],
  grant: Grant,
  now: number,
): { notes: string[]; left: number } {
  const there = admins.map(noteOf)
  const notes = noted.filter(note => there.includes(note))
  const staying = admins.filter(
    admin => admin._id !== grant._id && !notes.includes(noteOf(admin)) && !expired(admin, now),
  )
  return { notes, left: staying.length }
}

/** Names one giving of a grant: given anew, it has another `rev`. */
const noteOf = ({ _id, rev }: Grant) => `${_id}:${rev}`
