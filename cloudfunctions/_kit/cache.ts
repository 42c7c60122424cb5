const MOST = 2000

/** What an instance remembers for a moment, so that a burst does not read the same document again and again. */
export class InstanceCache<T> {
  private readonly entries = new Map<string, { at: number; value: T }>()

  constructor(private readonly ttlMs: number) {}

  /** `undefined` is never remembered: what is missing now may be there in an instant. */
  async get(key: string, now: number, load: () => Promise<T | undefined>): Promise<T | undefined> {
    const known = this.peek(key, now)
    if (known !== undefined) return known
    const value = await load()
    if (value !== undefined) this.put(key, now, value)
    return value
  }

  peek(key: string, now: number): T | undefined {
    const entry = this.entries.get(key)
    // the clock may have been set back: what comes from the future is not trusted
    return entry && now >= entry.at && now < entry.at + this.ttlMs ? entry.value : undefined
  }

  put(key: string, now: number, value: T): void {
    this.entries.delete(key)
    if (this.entries.size >= MOST) {
      const [oldest] = this.entries.keys()
      if (oldest !== undefined) this.entries.delete(oldest)
    }
    this.entries.set(key, { at: now, value })
  }

  forget(key: string): void {
    this.entries.delete(key)
  }

  forgetAll(prefix: string): void {
    for (const key of this.entries.keys()) if (key.startsWith(prefix)) this.entries.delete(key)
  }
}
