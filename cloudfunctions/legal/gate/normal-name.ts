/** The longest first: 有限公司 ends 股份有限公司 too. */
const SUFFIXES = ['股份有限公司', '有限责任公司', '有限公司', '分公司', '集团', '公司']
/** A branch is its company: 四方物流有限公司北京分公司. */
const BRANCH = /(有限责任公司|有限公司).*分公司$/u
const PREFIX = /^北京市?/u
const MOST_OF_A_PERSON = 4

/** How one name is compared with another: spelled, spaced or formed differently it stays the same. Never empty for a name that is not. */
export function normalName(name: string): string {
  let text = spelled(name).replace(BRANCH, '$1')
  while (PREFIX.test(text) && text.replace(PREFIX, '') !== '') text = text.replace(PREFIX, '')
  for (let suffix = suffixOf(text); suffix; suffix = suffixOf(text)) text = text.slice(0, -suffix.length)
  return text
}

/** Short and no company: several people bear such a name, so that it proves nothing. */
export function isPersonal(name: string): boolean {
  const text = spelled(name)
  return suffixOf(text) === undefined && [...text].length <= MOST_OF_A_PERSON
}

/** 统一社会信用代码, as it is compared. */
export const normalCode = (uscc: string): string => spelled(uscc).toUpperCase()

/** NFKC in small letters, without spaces, punctuation, brackets and signs. */
function spelled(name: string): string {
  const compact = name.normalize('NFKC').toLowerCase().normalize('NFKC')
  return compact.replace(/[^\p{L}\p{N}\p{M}]/gu, '') || compact
}

const suffixOf = (text: string): string | undefined =>
  SUFFIXES.find(suffix => text.length > suffix.length && text.endsWith(suffix))
