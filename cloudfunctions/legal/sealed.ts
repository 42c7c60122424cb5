import { open, seal } from '../_kit/crypto'
import type { Secrets } from '../_kit/keys'
import { secrets } from '../_kit/keys'
import type { Sealed } from '../../typings/documents'

/** Texts of one appointment; `advice`, `findings` are those of its record. */
export type SealedField = 'opponents' | 'facts' | 'rating' | 'findings' | 'advice'

const ownerOf = (appointmentId: string, field: SealedField) => `${appointmentId}:${field}`

export function sealText(text: string, appointmentId: string, field: SealedField, keys?: Secrets): Sealed {
  return seal(text, ownerOf(appointmentId, field), keys ?? secrets())
}

export function openText(sealed: Sealed, appointmentId: string, field: SealedField): string {
  return open(sealed, ownerOf(appointmentId, field), secrets())
}
