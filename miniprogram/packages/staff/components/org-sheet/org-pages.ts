import type { OrgFilter, OrgItem } from '../../../../../typings/api/account'
import type { Page } from '../../../../../typings/contract'

export interface OrgOption {
  orgId: string
  name: string
}

/** Enough that the list can be scrolled, which asks for more. */
const SCREENFUL = 20

/** Reads on, in the order of `asks`, until a screen is full of open organisations below `own`; `left` is what is still to be asked. */
export async function readBelow(
  own: readonly OrgOption[],
  asks: readonly OrgFilter[],
  read: (filter: OrgFilter) => Promise<Page<OrgItem>>,
): Promise<{ options: OrgOption[]; left: OrgFilter[] }> {
  const options: OrgOption[] = []
  const left = [...asks]
  for (let ask = left.shift(); ask; ask = left.shift()) {
    const { items, next } = await read(ask)
    const below = items.filter(
      ({ path, open }) => open && own.some(({ orgId }) => path.includes(`/${orgId}/`)),
    )
    options.push(...below.map(({ orgId, name }) => ({ orgId, name })))
    if (next !== undefined) left.unshift({ ...ask, cursor: next })
    if (options.length >= SCREENFUL) break
  }
  return { options, left }
}
