import { createHash } from 'node:crypto'
import type { ActivityDraft } from '../../../typings/documents'

/** SHA-256 hex of what was written, in whatever order its fields came. */
export function snapshotHash(draft: ActivityDraft): string {
  return createHash('sha256').update(canonical(draft)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`
}
