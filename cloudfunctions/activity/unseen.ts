import type { Activity } from '../../typings/documents'

/** Never published: there for its staff alone. */
export const unseen = ({ state }: Pick<Activity, 'state'>): boolean =>
  state === 'DRAFT' || state === 'REVIEWING' || state === 'DISCARDED'
