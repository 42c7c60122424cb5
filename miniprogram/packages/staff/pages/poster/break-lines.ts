/** Width of a text at the size it will be drawn. */
export type Measure = (text: string) => number

/** What may not begin a line. */
const CLOSING = '”’）》、，。：；！？!?,.)'
/** Parts the two halves of a title; at the end of a line it says nothing. */
const PARTING = /[\s·|｜]/
/** Of these a word is made that does not part. */
const WORD = /[\dA-Za-z:.%–-]/

/**
 * The text in at most `most` lines of `width`; undefined when it does not fit. A blank or a dot between two halves is the best place to break; no
 * line begins with a closing mark, no number parts, and no last line has one character.
 */
export function breakLines(
  text: string,
  width: number,
  most: number,
  measure: Measure,
): string[] | undefined {
  if (measure(text) <= width) return [text]
  if (most <= 1) return undefined
  const characters = [...text]
  const fits = (end: number) => measure(characters.slice(0, end).join('').trim()) <= width
  const ends = characters.map((_, i) => i + 1).filter(end => end < characters.length && fits(end))
  const allowed = ends.filter(end => mayBreak(characters, end)).reverse()
  const partings = allowed.filter(end => PARTING.test(characters[end] ?? ''))
  for (const end of [...partings, ...allowed]) {
    const first = characters.slice(0, end).join('').trim()
    const from = partings.includes(end) ? end + 1 : end
    const rest = breakLines(characters.slice(from).join('').trim(), width, most - 1, measure)
    if (rest) return [first, ...rest]
  }
  return undefined
}

function mayBreak(characters: readonly string[], end: number): boolean {
  const [before = '', after = ''] = [characters[end - 1], characters[end]]
  if (characters.length - end < 2 || CLOSING.includes(after) || '“‘（《'.includes(before)) return false
  return !(WORD.test(before) && WORD.test(after))
}

/** The same, cut with … where it does not fit at all. */
export function cutLines(text: string, width: number, most: number, measure: Measure): string[] {
  const characters = [...text]
  for (let end = characters.length; end > 1; end--) {
    const shown = end < characters.length ? `${characters.slice(0, end).join('')}…` : text
    const lines = breakLines(shown, width, most, measure)
    if (lines) return lines
  }
  return [text]
}
