import type { Store } from '../../_kit/store'
import type { RecordInput } from '../../../typings/api/legal'
import type { ConsultNote } from '../../../typings/documents'
import { openText, sealText } from '../sealed'

export const noteId = (appointmentId: string): string => `cn_${appointmentId}`

/** Is it what this request says, written over the same revision? */
export function isSaved(note: ConsultNote, { appointmentId, rev, record, final }: RecordInput): boolean {
  return (
    note.ofRev === rev &&
    note.finalAt > 0 === final &&
    note.next === record.next &&
    openText(note.facts, appointmentId, 'findings') === record.facts &&
    openText(note.advice, appointmentId, 'advice') === record.advice
  )
}

/** One note a revision of the appointment: false when another one was written over it meanwhile. */
export async function putNote(
  store: Store,
  before: ConsultNote | undefined,
  { appointmentId, rev, record, final }: RecordInput,
  now: number,
): Promise<boolean> {
  const _id = noteId(appointmentId)
  const written = {
    ofRev: rev,
    facts: sealText(record.facts, appointmentId, 'findings'),
    advice: sealText(record.advice, appointmentId, 'advice'),
    next: record.next,
    finalAt: final ? now : 0,
    updatedAt: now,
  }
  if (before) return store.change('consult_notes', { _id, ofRev: { $lt: rev } }, written)
  return store.insert('consult_notes', { _id, createdAt: now, rev: 1, ...written })
}

/** What a lawyer noted is not handed to the next one. */
export async function emptyNote(store: Store, appointmentId: string): Promise<void> {
  const facts = sealText('', appointmentId, 'findings')
  const advice = sealText('', appointmentId, 'advice')
  const _id = noteId(appointmentId)
  await store.change('consult_notes', { _id, finalAt: 0 }, { facts, advice, next: 'NONE' })
}
