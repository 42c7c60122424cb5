import { AppFailure } from './failure'
import { askNetwork, isOnline } from './network'
import { opId } from './op-id'

export interface Picture {
  /** On this phone, for as long as the app runs. */
  path: string
  bytes: number
}

/** One picture of the album or the camera; nothing when the person chose none. */
export function choosePicture(): Promise<Picture | undefined> {
  return new Promise(resolve => {
    wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles: [file] }) => resolve(file && { path: file.tempFilePath, bytes: file.size }),
      fail: () => resolve(undefined),
    })
  })
}

/** Sends a picture into a folder of the cloud's storage; answers its file id. */
export async function uploadPicture(folder: string, { path }: Picture): Promise<string> {
  if (!isOnline()) throw new AppFailure('OFFLINE')
  const ending = /\.(png|jpe?g|webp)$/i.exec(path)?.[0].toLowerCase() ?? '.jpg'
  try {
    const sent = await wx.cloud.uploadFile({ cloudPath: `${folder}/${opId()}${ending}`, filePath: path })
    return sent.fileID
  } catch {
    // as in call.ts: what matters is whether there is a network
    throw new AppFailure((await askNetwork()) ? 'UNREACHABLE' : 'OFFLINE')
  }
}
