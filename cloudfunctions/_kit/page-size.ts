/** Answers stay below 30 KB; this leaves room for what stands around a list. */
const MOST_BYTES = 28_000

/** The first rows that fit into one answer, or into `mostBytes` of it: `most` at most, and at least one. */
export function fitting<T>(rows: readonly T[], most: number, mostBytes = MOST_BYTES): T[] {
  let bytes = 0
  const end = rows.findIndex((row, i) => {
    bytes += Buffer.byteLength(JSON.stringify(row)) + 1
    return i === most || (i > 0 && bytes > mostBytes)
  })
  return end === -1 ? [...rows] : rows.slice(0, end)
}
