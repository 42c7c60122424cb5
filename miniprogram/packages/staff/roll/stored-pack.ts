import type { PackRow, RosterPack } from '../../../../typings/api/activity'

/** A whole roster on this phone, for a hall without a network. */
export interface StoredPack extends Omit<RosterPack, 'items' | 'next'> {
  rows: PackRow[]
}
