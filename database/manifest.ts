import type { Collections } from '../typings/documents'

export interface IndexSpec {
  name: string
  /** Field paths in order; a leading `-` means descending. */
  fields: string[]
  unique?: boolean
}

export interface CollectionSpec {
  /** Clients never touch the database: functions are the only door. */
  permission: 'ADMINONLY'
  indexes: IndexSpec[]
}

const closed = (...indexes: IndexSpec[]): CollectionSpec => ({ permission: 'ADMINONLY', indexes })
const index = (...fields: string[]): IndexSpec => ({
  name: fields.map(field => field.replace('-', '')).join('_'),
  fields,
})
const unique = (...fields: string[]): IndexSpec => ({ ...index(...fields), unique: true })

/** Declared once; drives the local cloud and the deployment. A missing field counts as null under a unique index. */
export const manifest: Record<keyof Collections, CollectionSpec> = {
  persons: closed(index('phoneHash'), index('orgId')),
  consents: closed(index('personId', 'purpose')),
  orgs: closed(unique('path'), index('kind'), index('parentId')),
  grants: closed(index('personId', 'state'), index('role', 'state')),
  settings: closed(),
  activities: closed(
    index('listed', 'endAt', '_id'),
    index('kind', 'listed', 'endAt', '_id'),
    index('orgPath', 'updatedAt'),
  ),
  sessions: closed(index('activityId', 'startAt')),
  places: closed(
    unique('pool', 'holder', 'nth'),
    unique('capKey', 'capNth'),
    index('refId', 'holder'),
    index('holder', 'endAt'),
    index('due'),
    index('refId', 'startAt'),
  ),
  signups: closed(index('personId', '-endedAt'), index('sessionId', 'personId'), index('sessionId', 'state')),
  waits: closed(
    unique('liveKey'),
    index('sessionId', 'state', 'n'),
    index('sessionId', 'n'),
    index('personId', 'endAt'),
  ),
  approvals: closed(index('orgPath', 'state'), index('refId'), index('proposerId', '-createdAt')),
  packs: closed(index('expiresAt')),
  feedback: closed(index('activityId', 'at')),
  notices: closed(index('personId', '-createdAt'), index('personId', 'readAt'), index('dueAt')),
  sub_balance: closed(index('personId')),
  tasks: closed(index('dueAt')),
  tries: closed(index('at')),
  audit_pending: closed(index('at'), index('refId', 'at')),
  exports: closed(index('personId', 'at'), index('expiresAt')),
  legal_services: closed(),
  lawyers: closed(index('active')),
  rotas: closed(),
  swaps: closed(index('fromId'), index('toId'), index('state')),
  calendar_years: closed(),
  appointments: closed(
    unique('liveKey'),
    unique('rid'),
    index('personId', '-startAt'),
    index('lawyerId', 'startAt'),
    index('orgPath', 'state', 'startAt'),
    index('firmHash', 'opponentHashes'),
  ),
  consult_notes: closed(),
  parties: closed(index('declarerId', 'kind'), index('firmHash', 'nameHash')),
  files: closed(index('ownerId', 'at')),
  limitations: closed(index('personId')),
}
