/** Where a page ended: the sort key (epoch ms) and the id of its last item. */
export interface Mark {
  at: number
  id: string
}

/** Reads what `writeCursor` wrote and the input schema let through. */
export function readCursor(text: string): Mark {
  const split = text.indexOf('_')
  return { at: Number(text.slice(0, split)), id: text.slice(split + 1) }
}

export function writeCursor({ at, id }: Mark): string {
  return `${at}_${id}`
}
