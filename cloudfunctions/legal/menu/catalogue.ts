import { InstanceCache } from '../../_kit/cache'
import { AppError } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import type { Lawyer, LegalMode, LegalServiceDoc } from '../../../typings/documents'

/** Every line of the menu, in its order, and every lawyer, whether or not they are open and active. */
export interface Catalogue {
  services: readonly LegalServiceDoc[]
  lawyers: readonly Lawyer[]
}

const REMEMBER_MS = 5000
const remembered = new InstanceCache<Catalogue>(REMEMBER_MS)

/** An instance looks at it every five seconds, in one database call. */
export async function loadCatalogue(store: Store, now: number): Promise<Catalogue> {
  return (await remembered.get('', now, () => readCatalogue(store))) ?? { services: [], lawyers: [] }
}

async function readCatalogue(store: Store): Promise<Catalogue | undefined> {
  const [read] = await store.aggregate<Catalogue>(
    'legal_services',
    [
      { $sort: { order: 1, _id: 1 } },
      { $group: { _id: null, services: { $push: '$$ROOT' } } },
      // a field that neither side has: all of them
      { $lookup: { from: 'lawyers', localField: 'all', foreignField: 'all', as: 'lawyers' } },
    ],
    1,
  )
  return read
}

/** After a write to one of them. */
export function forgetCatalogue(): void {
  remembered.forget('')
}

/** One line of the menu; throws NOT_FOUND. */
export function loadService(store: Store, id: string, now: number): Promise<LegalServiceDoc> {
  return one(store, now, ({ services }) => services.find(({ _id }) => _id === id))
}

/** One lawyer; throws NOT_FOUND. */
export function loadLawyer(store: Store, id: string, now: number): Promise<Lawyer> {
  return one(store, now, ({ lawyers }) => lawyers.find(({ _id }) => _id === id))
}

async function one<T>(store: Store, now: number, find: (catalogue: Catalogue) => T | undefined): Promise<T> {
  const known = find(await loadCatalogue(store, now))
  if (known) return known
  // it may have been written a second ago
  forgetCatalogue()
  const found = find(await loadCatalogue(store, now))
  if (!found) throw new AppError('NOT_FOUND')
  return found
}

/** May this be booked with this lawyer in this way at all? */
export function offers(lawyer: Lawyer, service: LegalServiceDoc, mode: LegalMode): boolean {
  const staffed = lawyer.active && lawyer.services.includes(service._id)
  return staffed && service.open && [lawyer, service].every(({ modes }) => modes.includes(mode))
}
