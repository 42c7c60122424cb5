import type { OfflineRecord } from '../../../../typings/api/activity'

/** Check-ins that the server has not acknowledged. Only added to; taken off one by one when it has. */
const SEQ = 'rollSeq'
const key = (sessionId: string): string => `rollRecords:${sessionId}`

export function unsent(sessionId: string): OfflineRecord[] {
  const stored: OfflineRecord[] | '' = wx.getStorageSync(key(sessionId))
  return stored || []
}

/** The number is spent before the record is stored: no two records of this phone share one. */
export function keepRecord(sessionId: string, record: Omit<OfflineRecord, 'seq'>): OfflineRecord {
  const last: number | '' = wx.getStorageSync(SEQ)
  const seq = (last || 0) + 1
  wx.setStorageSync(SEQ, seq)
  const kept = { seq, ...record }
  wx.setStorageSync(key(sessionId), [...unsent(sessionId), kept])
  return kept
}

export function acknowledge(sessionId: string, seqs: readonly number[]): void {
  wx.setStorageSync(
    key(sessionId),
    unsent(sessionId).filter(({ seq }) => !seqs.includes(seq)),
  )
}
