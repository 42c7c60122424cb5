/** Works on every item, at most `most` of them at the same time, in their order. */
export async function atOnce<T>(
  most: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values()
  const hands = Array.from({ length: most }, async () => {
    for (const item of left) await work(item)
  })
  await Promise.all(hands)
}
