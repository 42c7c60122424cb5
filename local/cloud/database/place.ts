import type { Collection } from './catalog'

/** Which document, whatever the collection. */
export function place(collection: Collection, id: Buffer): string {
  return `${collection.name}/${id.toString('latin1')}`
}
