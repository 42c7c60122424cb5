import { toBuffer } from 'qrcode'
import type { Verdict } from './verdict'

/** Up to 32 visible characters, no `%`. */
const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/
const INVALID_SCENE = 40169
const DEFAULT_PAGE = 'pages/index/index'

/**
 * `wxacode.getUnlimited`: a QR code in place of WeChat's round one. It holds `<page>?scene=<encoded scene>`,
 * the path that opens the mini-program as the real code would.
 */
export async function drawCode({
  scene,
  page = DEFAULT_PAGE,
  width = 430,
}: Record<string, unknown>): Promise<Verdict> {
  if (typeof scene !== 'string' || !SCENE.test(scene))
    return { errcode: INVALID_SCENE, errmsg: 'invalid length for scene, or the data is not json string' }
  const path = `${String(page)}?scene=${encodeURIComponent(scene)}`
  return {
    contentType: 'image/png',
    // WeChat's own has hardly a margin, either
    buffer: await toBuffer(path, { width: Number(width), errorCorrectionLevel: 'M', margin: 1 }),
  }
}
