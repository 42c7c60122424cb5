/**
 * The scene in what a scanner gave: the text of a printed code, or the path WeChat makes of a mini-program code
 * (`pages/scan/scan?scene=…`). Ours are letters and digits only, so nothing needs decoding; whether it is genuine, the
 * function decides.
 */
export function sceneIn(scanned: string): string {
  const [, inPath] = /[?&]scene=([^&#]+)/.exec(scanned) ?? []
  return (inPath ?? scanned).trim()
}
