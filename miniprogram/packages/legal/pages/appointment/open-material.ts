import type { FileItem } from '../../../../../typings/api/legal'
import { AppFailure } from '../../../../services/failure'
import { askNetwork } from '../../../../services/network'

/** Shows a picture full screen, a PDF in WeChat's viewer. */
export async function openMaterial(url: string, mime: FileItem['mime']): Promise<void> {
  if (mime !== 'application/pdf') return wx.previewImage({ urls: [url] }).then(() => undefined)
  const filePath = await new Promise<string>(resolve => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => resolve(statusCode === 200 ? tempFilePath : ''),
      fail: () => resolve(''),
    })
  })
  if (filePath === '') throw new AppFailure((await askNetwork()) ? 'UNREACHABLE' : 'OFFLINE')
  await wx.openDocument({ filePath, fileType: 'pdf' })
}
