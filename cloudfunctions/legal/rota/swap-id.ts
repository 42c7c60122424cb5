import { pipe, regex, string } from 'valibot'
import { derivedUlid, idPattern } from '../../_kit/ids'

export const swapId = pipe(string(), regex(idPattern('sw')))

/** Proposed again after `ended` of this lawyer's swaps have ended, the same is another swap; before, a second tap. */
export function newSwapId(fromId: string, toId: string, slotIds: readonly string[], ended: number): string {
  return `sw_${derivedUlid(`swap|${fromId}|${toId}|${[...slotIds].sort().join()}|${ended}`)}`
}
