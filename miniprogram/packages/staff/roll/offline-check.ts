import type { OfflineRecord, PackRow } from '../../../../typings/api/activity'
import { checkInCode, readCheckInCode, verifyCheckIn } from '../../../shared/check-in-code'
import type { ErrorCode } from '../../../shared/errors'
import type { StoredPack } from './stored-pack'

type Record = Omit<OfflineRecord, 'seq'>

/**
 * What a phone makes of a code without the server. `outside`: well-formed and not of this roster; kept whole, the server
 * decides when it is sent.
 */
export type OfflineCheck =
  | { kind: 'known'; row: PackRow; record: Record }
  | { kind: 'outside'; no: number; record: Record }
  | { kind: 'refused'; code: ErrorCode }

/** `now` is the server's time as this phone knows it. */
export function checkOffline(text: string, pack: StoredPack, now: number): OfflineCheck {
  const { sessionId, windowSec } = pack.session
  const parts = readCheckInCode(text)
  if (!parts) return { kind: 'refused', code: 'CODE_INVALID' }
  if (parts.sessionId !== sessionId) return { kind: 'refused', code: 'CODE_OTHER_SESSION' }
  const record = { at: now, method: 'SCAN_STAFF' as const }
  const row = pack.rows.find(({ no }) => no === parts.no)
  const verdict = row
    ? verifyCheckIn(parts, { sessionId, placeKey: row.placeKey, windowSec }, now)
    : 'invalid'
  if (row && verdict === 'ok') return { kind: 'known', row, record: { ...record, rid: row.rid } }
  if (verdict === 'expired') return { kind: 'refused', code: 'CODE_EXPIRED' }
  // taken after the roster was stored, or forged: only the server can tell
  return { kind: 'outside', no: parts.no, record: { ...record, code: text } }
}

/** The row whose code reads these eight digits now, or one window before or after. */
export function findByDigits(digits: string, pack: StoredPack, now: number): PackRow | undefined {
  const { sessionId, windowSec } = pack.session
  return pack.rows.find(({ no, placeKey }) =>
    [-1, 0, 1].some(
      windows =>
        checkInCode({ sessionId, no, placeKey, windowSec }, now + windows * windowSec * 1000).digits ===
        digits,
    ),
  )
}
