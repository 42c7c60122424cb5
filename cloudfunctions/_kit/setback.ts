const MINUTE = 60_000

/** How long to wait before a try that follows `failed` tries: a minute, two, four … an hour at most. Ms. */
export function waitAfter(failed: number): number {
  return Math.min(60, 2 ** Math.min(failed, 6)) * MINUTE
}

/** The same for what does not count its tries: as long again as it has been waiting since `since`. Ms. */
export function waitSince(since: number, now: number): number {
  return Math.min(60 * MINUTE, Math.max(MINUTE, now - since))
}
