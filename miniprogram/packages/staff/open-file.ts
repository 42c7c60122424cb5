import { AppFailure } from '../../services/failure'
import { askNetwork } from '../../services/network'

/** Fetches a spreadsheet and opens it in WeChat's viewer, from where it can be passed on. */
export async function openSpreadsheet(url: string, fileName: string): Promise<void> {
  const filePath = `${wx.env.USER_DATA_PATH}/${fileName}`
  const statusCode = await new Promise<number>(resolve => {
    wx.downloadFile({ url, filePath, success: answer => resolve(answer.statusCode), fail: () => resolve(0) })
  })
  if (statusCode === 0) throw new AppFailure((await askNetwork()) ? 'UNREACHABLE' : 'OFFLINE')
  if (statusCode !== 200) throw new AppFailure('NOT_FOUND')
  await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
}
