import type { Store } from '../store'

/** Documents of one read; the cloud gives no more. */
const MOST_READ = 1000

/** Everybody who holds a place of this pool, in as many reads as it takes: one for each thousand. */
export async function holdersOf(store: Store, pool: string): Promise<Set<string>> {
  const holders = new Set<string>()
  for (let last = ''; ;) {
    const page = await store.find('places', {
      where: { pool, holder: { $gt: last } },
      orderBy: { holder: 1 },
      fields: ['holder'],
      limit: MOST_READ,
    })
    for (const place of page) holders.add(place.holder)
    last = page.at(-1)?.holder ?? last
    if (page.length < MOST_READ) return holders
  }
}
