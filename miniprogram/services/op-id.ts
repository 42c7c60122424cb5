const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM = 16
const TIME = 10

const letter = (value: number): string => LETTERS.charAt(value % LETTERS.length)

/** Names one doing of something (ULID), so that a repeat of it is known as one. */
export function opId(): string {
  let time = Date.now()
  const head = Array.from({ length: TIME }, () => {
    const last = letter(time)
    time = Math.floor(time / LETTERS.length)
    return last
  })
  const tail = Array.from({ length: RANDOM }, () => letter(Math.floor(Math.random() * LETTERS.length)))
  return [...head.reverse(), ...tail].join('')
}
