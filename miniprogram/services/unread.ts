/** Notices the person has not read, as the server last said. */
let count = 0

export const unread = (): number => count

export function learnUnread(now: number): void {
  count = now
}
