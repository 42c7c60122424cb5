/** Part of the Shape Detection API, which not every browser has; TypeScript's DOM library leaves it out. */
interface Detector {
  detect(picture: ImageBitmap): Promise<{ rawValue: string }[]>
}

declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector
  }
}

/** The text of the first code in a picture; rejects with a sentence for the person. */
export async function decodePicture(file: Blob): Promise<string> {
  if (!window.BarcodeDetector) throw new Error('这个浏览器不能识别图片里的码，请输入码的内容')
  const detector = new window.BarcodeDetector({ formats: ['qr_code', 'code_128', 'ean_13'] })
  const [found] = await detector.detect(await createImageBitmap(file))
  if (!found) throw new Error('图片里没有找到码')
  return found.rawValue
}
