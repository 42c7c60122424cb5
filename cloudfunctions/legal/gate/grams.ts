import { hmac } from '../../_kit/keys'

const BYTES = 9

/** Keyed hashes of the pairs of neighbouring characters, each once; of the only character, where there is but one. */
export function gramsOf(normal: string, key: Buffer): string[] {
  const letters = [...normal]
  const pairs = letters.length < 2 ? letters : letters.slice(1).map((letter, i) => letters[i]! + letter)
  return [...new Set(pairs)].map(pair => hmac(key, `gram|${pair}`).subarray(0, BYTES).toString('base64url'))
}

/** Sørensen–Dice of these grams and those of a document, 0–1, as an expression of MongoDB: the names stay where they are. */
export function diceWith(grams: readonly string[]): object {
  const shared = { $size: { $setIntersection: ['$grams', grams] } }
  return { $divide: [{ $multiply: [2, shared] }, { $add: [{ $size: '$grams' }, grams.length] }] }
}
