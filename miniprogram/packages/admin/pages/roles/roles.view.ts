import type { GrantItem } from '../../../../../typings/api/account'
import type { Cap } from '../../../../../typings/documents'
import type { FailedView } from '../../../../components/failure-card/failed'
import { capLabels, roleLabels } from '../../../../shared/labels'

export interface GrantRow {
  grantId: string
  name: string
  /** 工会干部　和顺街道总工会 */
  role: string
  caps: string
  state: string
  tone: 'green' | 'amber' | 'plain'
}

export type RolesView = { kind: 'loading' } | { kind: 'ready'; rows: GrantRow[] } | FailedView

export type GrantFilter = 'ALL' | 'PENDING' | 'ACTIVE' | 'ENDED'

export const grantFilters: { key: GrantFilter; label: string }[] = [
  { key: 'ALL', label: '全部' },
  { key: 'PENDING', label: '待复核' },
  { key: 'ACTIVE', label: '有效' },
  { key: 'ENDED', label: '已结束' },
]

function stateOf({ state, expired, untilDate, mine }: GrantItem): Pick<GrantRow, 'state' | 'tone'> {
  if (state === 'PENDING') return { state: mine ? '等另一位管理员复核' : '待您复核', tone: 'amber' }
  if (state === 'ENDED') return { state: '已撤销', tone: 'plain' }
  return expired ? { state: '已到期', tone: 'plain' } : { state: `有效至 ${untilDate}`, tone: 'green' }
}

export const capWords = (caps: readonly Cap[]): string => caps.map(cap => capLabels[cap]).join('、')

export function grantRow(grant: GrantItem): GrantRow {
  const { grantId, name, role, orgName, caps } = grant
  return { grantId, name, role: `${roleLabels[role]}　${orgName}`, caps: capWords(caps), ...stateOf(grant) }
}

function shown(filter: GrantFilter, { state, expired }: GrantItem): boolean {
  if (filter === 'ALL') return true
  if (filter === 'PENDING') return state === 'PENDING'
  const active = state === 'ACTIVE' && !expired
  return filter === 'ACTIVE' ? active : !active && state !== 'PENDING'
}

export const rolesView = (grants: readonly GrantItem[], filter: GrantFilter): RolesView => ({
  kind: 'ready',
  rows: grants.filter(grant => shown(filter, grant)).map(grantRow),
})
