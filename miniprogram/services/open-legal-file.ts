import type { FileItem } from '../../typings/api/legal'
import { AppFailure } from './failure'
import { legal } from './legal'
import { askNetwork } from './network'

/** Shows a picture or a PDF of an appointment, to who may read it. The address lives ten minutes and is not kept. */
export async function openLegalFile(
  appointmentId: string,
  { id, mime }: Pick<FileItem, 'id' | 'mime'>,
): Promise<void> {
  const { url } = await legal.fileLink({ appointmentId, id })
  if (mime !== 'application/pdf') {
    await wx.previewImage({ urls: [url], showmenu: false })
    return
  }
  const filePath = await download(url)
  await wx.openDocument({ filePath, fileType: 'pdf', showMenu: false })
}

async function download(url: string): Promise<string> {
  const answer = await new Promise<{ statusCode: number; tempFilePath: string } | undefined>(resolve => {
    wx.downloadFile({ url, success: resolve, fail: () => resolve(undefined) })
  })
  if (!answer) throw new AppFailure((await askNetwork()) ? 'UNREACHABLE' : 'OFFLINE')
  if (answer.statusCode !== 200) throw new AppFailure('NOT_FOUND')
  return answer.tempFilePath
}
