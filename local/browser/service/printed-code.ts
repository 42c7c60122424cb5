import type { PrintedCode } from './local-cloud'

const PAGE = 'pages/scan/scan'

/** Where WeChat opens the app for a printed mini-program code. */
export const codePath = (scene: string) => `${PAGE}?scene=${encodeURIComponent(scene)}`

/** A path's page and query, as launch options name them. */
export function pageOf(url: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?')
  return { path, query: Object.fromEntries(new URLSearchParams(search)) }
}

/** What the drawn QR code holds: another window, or a photograph of it, finds the scene again. */
export const codeText = (origin: string, { scene }: PrintedCode) => `${origin}/phone.html#/${codePath(scene)}`

/** The path inside the app that a decoded text names, when it is one of our printed codes. */
export function pathOfText(text: string): string | undefined {
  const path = /\/phone\.html#\/(.+)$/.exec(text)?.[1]
  return path?.startsWith(`${PAGE}?`) ? path : undefined
}
