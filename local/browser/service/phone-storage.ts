import { Failure } from './asynchronous'

const KEY_LIMIT = 1024 * 1024
const TOTAL_LIMIT = 10 * 1024 * 1024

/** WeChat's limits over the browser's own storage. Each person has a phone of their own, so keys carry the openid. */
export class PhoneStorage {
  readonly #prefix: string

  constructor(
    private readonly area: Storage,
    openid: string,
  ) {
    this.#prefix = `wx/${openid}/`
  }

  has(key: string): boolean {
    return this.area.getItem(this.#prefix + key) !== null
  }

  /** A copy of what was stored, undefined when there is none. */
  get(key: string): unknown {
    const text = this.area.getItem(this.#prefix + key)
    return text === null ? undefined : decode(text)
  }

  set(key: string, value: unknown): void {
    const text = encode(value)
    if (bytes(text) > KEY_LIMIT) throw new Failure('entry size limit reached')
    const others = this.#size() - (this.has(key) ? this.#sizeOf(key) : 0)
    if (others + bytes(key) + bytes(text) > TOTAL_LIMIT) throw new Failure('exceed storage max size 10Mb')
    try {
      this.area.setItem(this.#prefix + key, text)
    } catch (error) {
      // All persons together share what the browser grants one origin.
      throw new Failure(`exceed storage max size of the browser: ${(error as Error).message}`)
    }
  }

  remove(key: string): void {
    this.area.removeItem(this.#prefix + key)
  }

  clear(): void {
    for (const key of this.#keys()) this.remove(key)
  }

  /** Sizes in KB. */
  info() {
    return {
      keys: this.#keys(),
      currentSize: Math.ceil(this.#size() / 1024),
      limitSize: TOTAL_LIMIT / 1024,
    }
  }

  #keys(): string[] {
    const all = Array.from({ length: this.area.length }, (_, index) => this.area.key(index) ?? '')
    return all.filter(key => key.startsWith(this.#prefix)).map(key => key.slice(this.#prefix.length))
  }

  #size(): number {
    return this.#keys().reduce((sum, key) => sum + this.#sizeOf(key), 0)
  }

  #sizeOf(key: string): number {
    return bytes(key) + bytes(this.area.getItem(this.#prefix + key) ?? '')
  }
}

const bytes = (text: string) => new Blob([text]).size

const encode = (value: unknown) =>
  value instanceof Date ? JSON.stringify({ date: value.getTime() }) : JSON.stringify({ value })

function decode(text: string): unknown {
  const kept = JSON.parse(text) as { value?: unknown; date?: number }
  return kept.date === undefined ? kept.value : new Date(kept.date)
}
