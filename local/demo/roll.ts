import type { Place, Signup } from '../../typings/documents'

/** Those who were checked in at the door before the demo begins: one a minute from `from` on. */
export function checkedIn(
  places: readonly Place[],
  activityId: string,
  staffId: string,
  from: number,
): Signup[] {
  return places.map(({ pool, no, rid, holder, headcount, startAt, endAt, at: signedAt }, i) => {
    const at = from + i * 60_000
    return {
      _id: `su_${rid}`,
      personId: holder,
      activityId,
      sessionId: pool,
      no,
      headcount,
      state: 'ATTENDED',
      startAt,
      endAt,
      signedAt,
      endedAt: at,
      points: 0,
      sources: [{ at, method: 'SCAN_STAFF', byId: staffId, deviceId: '', seq: 0, syncedAt: at, reason: '' }],
      walkIn: false,
    }
  })
}
