/**
 * Works on all items at once; when that fails, on each half of them, until the item that fails is alone: it is given to
 * `failed`, the others are done. What `work` had done before it failed, it does again.
 */
export async function isolate<T>(
  items: readonly T[],
  work: (items: readonly T[]) => Promise<void>,
  failed: (item: T, error: unknown) => Promise<void>,
): Promise<void> {
  const [first, ...others] = items
  if (first === undefined) return
  try {
    await work(items)
  } catch (error) {
    if (others.length === 0) return failed(first, error)
    const middle = Math.ceil(items.length / 2)
    await isolate(items.slice(0, middle), work, failed)
    await isolate(items.slice(middle), work, failed)
  }
}
