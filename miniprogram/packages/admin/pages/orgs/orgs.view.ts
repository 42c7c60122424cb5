import type { OrgInput, OrgItem } from '../../../../../typings/api/account'
import type { FailedView } from '../../../../components/failure-card/failed'
import { orgKindLabels } from '../../../../shared/labels'

export interface OrgRow {
  orgId: string
  name: string
  /** 街道总工会，下级 3 个 */
  line: string
  closed: boolean
}

export type OrgsView =
  { kind: 'loading' } | { kind: 'ready'; rows: OrgRow[]; here: string; empty: string } | FailedView

function rowOf({ orgId, name, kind, children, open }: OrgItem): OrgRow {
  const below = children > 0 ? `，下级 ${children} 个` : ''
  return { orgId, name, line: `${orgKindLabels[kind]}${below}${open ? '' : '，已停用'}`, closed: !open }
}

/** `path` is the way down from the top; `q` a search over all of them. */
export function orgsView(orgs: readonly OrgItem[], path: readonly OrgItem[], q: string): OrgsView {
  const here = path[path.length - 1]
  return {
    kind: 'ready',
    rows: orgs.map(rowOf),
    here: q ? `名称含“${q}”的工会` : (here?.name ?? '全部工会'),
    empty: q ? '没有找到这个工会。' : here ? '没有下级工会。' : '还没有组织。',
  }
}

/** What cannot be saved, in a sentence; '' when it can. */
export function orgProblem({ name, short }: Pick<OrgInput, 'name' | 'short'>): string {
  if (name.trim().length < 2) return '请填写工会全称。'
  return short.trim().length < 2 ? '请填写简称。' : ''
}
