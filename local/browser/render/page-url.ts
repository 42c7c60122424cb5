export interface PageUrl {
  /** Without the leading slash. */
  path: string
  /** As written: WeChat leaves decoding to the page. */
  query: Record<string, string>
}

/** Reads `/pages/a/a?x=1`, or a path relative to the page `base`. */
export function parsePageUrl(url: string, base = ''): PageUrl {
  const [address = '', search = ''] = split(url, '?')
  const path = new URL(address, `http://page/${base}`).pathname.slice(1)
  return {
    path,
    query: Object.fromEntries(
      search
        .split('&')
        .filter(Boolean)
        .map(pair => split(pair, '=')),
    ),
  }
}

function split(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator)
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}
