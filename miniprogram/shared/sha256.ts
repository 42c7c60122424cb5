/**
 * SHA-256 and HMAC over bytes, for the phone: WeChat has no crypto module, and its npm build packs only a package's
 * main entry, which for the usual libraries is the one for Node. FIPS 180-4, RFC 2104.
 */
const primes = (count: number): number[] => {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every(prime => n % prime !== 0)) found.push(n)
  return found
}

/** The first 32 bits of the fraction of `x`. */
const fraction = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0

const START = primes(8).map(prime => fraction(Math.sqrt(prime)))
const ROUND = primes(64).map(prime => fraction(Math.cbrt(prime)))
const BLOCK = 64

const turn = (x: number, bits: number): number => (x >>> bits) | (x << (32 - bits))

/** The message, a one bit, zeros, and the length in bits, in blocks of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const blocks = Math.ceil((message.length + 9) / BLOCK)
  const bytes = new Uint8Array(blocks * BLOCK)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29))
  view.setUint32(bytes.length - 4, (message.length << 3) >>> 0)
  return view
}

function schedule(view: DataView, from: number): Int32Array {
  const w = new Int32Array(64)
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(from + i * 4)
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15]!
    const b = w[i - 2]!
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
  }
  return w
}

function compress(state: Int32Array, w: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[i]! + w[i]!) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = state[i]! + value))
}

export function sha256(message: Uint8Array): Uint8Array {
  const state = Int32Array.from(START)
  const view = padded(message)
  for (let from = 0; from < view.byteLength; from += BLOCK) compress(state, schedule(view, from))
  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((value, i) => digest.setInt32(i * 4, value))
  return new Uint8Array(digest.buffer)
}

const join = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK)
  block.set(key.length > BLOCK ? sha256(key) : key)
  const inner = sha256(
    join(
      block.map(byte => byte ^ 0x36),
      message,
    ),
  )
  return sha256(
    join(
      block.map(byte => byte ^ 0x5c),
      inner,
    ),
  )
}
