import { fileAt, uploadFile } from '../_kit/files'
import { printedCode } from '../_kit/openapi'

const PAGE = 'pages/scan/scan'
/** Pixels; a poster prints it 53 mm wide at 200 dots an inch, that is 424. */
const WIDTH = 860

/** File id of the printed code of an activity, made once: the same activity has the same code for ever. */
export async function codeFile(activityId: string, scene: string): Promise<string> {
  const cloudPath = `codes/${activityId}.jpg`
  const there = await fileAt(cloudPath)
  if (there !== undefined) return there
  const { buffer } = await printedCode(scene, PAGE, WIDTH)
  return uploadFile(cloudPath, buffer)
}
