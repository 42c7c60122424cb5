import type { Segment, Session } from '../../../typings/documents'

/** What a change of the capacity writes into the session. */
export type Size = Pick<Session, 'segments' | 'maxNo' | 'blocked'>

/** `count` more places of one key: numbers that were withdrawn come back first, then new ones are added at the end. */
export function raised({ segments, maxNo, blocked }: Size, key: string, count: number): Size {
  const own = segments.filter(segment => segment.key === key)
  const [first] = own
  const back = Math.min(count, first ? sumOf(own) : blocked)
  const added = count - back
  let left = back
  const eased = segments.map(segment => {
    const { blocked = 0 } = segment
    if (segment.key !== key || blocked === 0) return segment
    const less = Math.min(left, blocked)
    left -= less
    return { ...segment, blocked: blocked - less }
  })
  if (first && added > 0) {
    const { label, employments } = first
    eased.push({ key, label, employments, from: maxNo + 1, to: maxNo + added })
  }
  return { segments: eased, maxNo: maxNo + added, blocked: blocked - back }
}

/** `count` fewer places of one key: they are withdrawn, their numbers stay. */
export function cut({ segments, maxNo, blocked }: Size, key: string, count: number): Size {
  let left = count
  const withdrawn = [...segments].reverse().map(segment => {
    if (segment.key !== key) return segment
    const { from, to, blocked = 0 } = segment
    const more = Math.min(left, to - from + 1 - blocked)
    left -= more
    return more === 0 ? segment : { ...segment, blocked: blocked + more }
  })
  return { segments: withdrawn.reverse(), maxNo, blocked: blocked + count }
}

const sumOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { blocked = 0 }) => sum + blocked, 0)
