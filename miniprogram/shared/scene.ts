/** Ours are letters and digits, at most 32; nothing in them needs decoding. */
const SCENE = /^[A-Za-z0-9]{1,32}$/

/**
 * The scene in what a scanner gave: the text of a printed code, or the path WeChat makes of a mini-program code
 * (`pages/scan/scan?scene=…`). '' when it is no scene at all; whether it is genuine, the function decides.
 */
export function sceneIn(scanned: string): string {
  const [, inPath] = /[?&]scene=([^&#]+)/.exec(scanned) ?? []
  const scene = (inPath ?? scanned).trim()
  return SCENE.test(scene) ? scene : ''
}
