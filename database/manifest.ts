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

/** Declared once; drives the local cloud and the deployment. A missing field counts as null under a unique index. */
export const manifest: Record<keyof Collections, CollectionSpec> = {
  persons: { permission: 'ADMINONLY', indexes: [{ name: 'phoneHash', fields: ['phoneHash'] }] },
  consents: {
    permission: 'ADMINONLY',
    indexes: [{ name: 'personId_purpose', fields: ['personId', 'purpose'] }],
  },
  orgs: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'path', fields: ['path'], unique: true },
      { name: 'kind', fields: ['kind'] },
    ],
  },
  activities: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'listed_endAt', fields: ['listed', 'endAt', '_id'] },
      { name: 'kind_listed_endAt', fields: ['kind', 'listed', 'endAt', '_id'] },
    ],
  },
  sessions: {
    permission: 'ADMINONLY',
    indexes: [{ name: 'activityId_startAt', fields: ['activityId', 'startAt'] }],
  },
  places: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'pool_holder_nth', fields: ['pool', 'holder', 'nth'], unique: true },
      { name: 'capKey_capNth', fields: ['capKey', 'capNth'], unique: true },
      { name: 'refId_holder', fields: ['refId', 'holder'] },
      { name: 'holder_endAt', fields: ['holder', 'endAt'] },
    ],
  },
  signups: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'personId_endedAt', fields: ['personId', '-endedAt'] },
      { name: 'sessionId_personId', fields: ['sessionId', 'personId'] },
    ],
  },
}
