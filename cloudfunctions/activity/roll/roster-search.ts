import type { RosterRow } from '../../../typings/api/activity'

/** What a row shows of somebody: nothing else is searched, so that no answer tells more than the list does. */
type Shown = Pick<RosterRow, 'no' | 'name' | 'tail'>

/**
 * By number, by the last four digits of the phone, by a name, or by a name and those digits: 12, 6620, 欧阳小川, 林6620. Of a
 * name its first character and its length are known: of 欧*** are 欧, 欧阳 and 欧阳小川 the beginning, and so is 欧文.
 */
export function shows({ no, name, tail }: Shown, q: string): boolean {
  if (String(no) === q || tail === q) return true
  const [, words = '', digits = ''] = /^(.*?)\s*(\d{4})?$/u.exec(q) ?? []
  return words !== '' && begins(name, words) && (digits === '' || digits === tail)
}

function begins(masked: string, words: string): boolean {
  const [shown, typed] = [[...masked], [...words]]
  return shown[0] === typed[0] && typed.length <= shown.length
}
