const PAGE = 'pages/scan/scan'

/** Where WeChat opens the app for a printed mini-program code. */
export const codePath = (scene: string) => `${PAGE}?scene=${encodeURIComponent(scene)}`

/** A path's page and query, as launch options name them. */
export function pageOf(url: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?')
  return { path, query: Object.fromEntries(new URLSearchParams(search)) }
}

/** A drawn code holds the path itself, as those of the local `wxacode.getUnlimited` do. */
export const isCodePath = (text: string) => /^[\w/-]+\?scene=[^&]+$/.test(text)
