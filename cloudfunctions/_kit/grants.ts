import { localDate } from '../../miniprogram/shared/time'
import type { Cap, Grant } from '../../typings/documents'
import { InstanceCache } from './cache'
import type { Store } from './store'

/** A grant that was ended works so much longer on an instance that has just read it. */
const REMEMBER_MS = 5000
const MOST_GRANTS = 100
const remembered = new InstanceCache<Grant[]>(REMEMBER_MS)

/** What this person may do today. */
export async function grantsOf(store: Store, personId: string, now: number): Promise<Grant[]> {
  const active = await remembered.get(personId, now, () =>
    store.find('grants', { where: { personId, state: 'ACTIVE' }, limit: MOST_GRANTS }),
  )
  const today = localDate(now)
  return (active ?? []).filter(({ untilDate }) => untilDate >= today)
}

/** After a write to the grants of this person. */
export function forgetGrants(personId: string): void {
  remembered.forget(personId)
}

/** How far a caller's grants reach for an action. */
export class Scope {
  /** Paths of the organisations whose subtrees are theirs; none lies below another. */
  readonly paths: readonly string[]

  constructor(readonly grants: readonly Grant[]) {
    const all = [...new Set(grants.map(({ orgPath }) => orgPath))]
    this.paths = all.filter(path => !all.some(other => other !== path && path.startsWith(other)))
  }

  covers(orgPath: string): boolean {
    return orgPath !== '' && this.paths.some(path => orgPath.startsWith(path))
  }

  /** Does one of the grants give this capability there? */
  may(cap: Cap, orgPath: string): boolean {
    return this.grants.some(grant => grant.caps.includes(cap) && orgPath.startsWith(grant.orgPath))
  }
}

export const staffGrants = (grants: readonly Grant[], caps: readonly Cap[]): Grant[] =>
  grants.filter(grant => grant.role === 'STAFF' && grant.caps.some(cap => caps.includes(cap)))
