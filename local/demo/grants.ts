import type { Secrets } from '../../cloudfunctions/_kit/keys'
import type { Cap, Grant, Role } from '../../typings/documents'
import { personIdFor } from './people'
import { unionOf } from './unions'

const UNTIL = '2027-06-30'

const rows: [persona: string, role: Role, orgId: string, caps: Cap[]][] = [
  ['sun', 'STAFF', 'org_U3', ['EDIT', 'ROLL', 'JOIN']],
  ['zheng', 'STAFF', 'org_S3', ['EDIT', 'APPROVE', 'CARE']],
  ['feng', 'STAFF', 'org_R', ['EDIT', 'ROLL', 'FINANCE', 'REPORT']],
  ['he', 'STAFF', 'org_R', ['APPROVE', 'CASE', 'CARE', 'REPORT']],
  ['dong', 'STAFF', 'org_S2', ['EDIT', 'ROLL', 'CARE']],
  ['ye', 'LAWYER', 'org_R', []],
  ['gu', 'LAWYER', 'org_R', []],
  ['su', 'LAWYER', 'org_R', []],
  ['han', 'LAWYER', 'org_R', []],
  ['luo', 'LAWYER', 'org_R', []],
  ['fang', 'LAWYER', 'org_R', []],
  ['deng', 'MEDIATOR', 'org_R', []],
  ['jiang', 'ADMIN', 'org_R', []],
  ['bai', 'ADMIN', 'org_R', []],
]

/** Who may do what when the demo begins. */
export function grants(at: number, secrets: Secrets): Grant[] {
  return rows.map(([persona, role, orgId, caps]) => {
    const personId = personIdFor(`oDemo-${persona}`, secrets)
    const union = unionOf(orgId)
    return {
      _id: `gr_${personId}_${role}_${orgId}`,
      createdAt: at,
      updatedAt: at,
      rev: 1,
      personId,
      role,
      caps,
      orgId,
      orgName: union.name,
      orgPath: union.path,
      untilDate: UNTIL,
      state: 'ACTIVE',
      byId: '',
    }
  })
}
