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

/** A file on this phone; `name` is '' for a picture, which has none. */
export interface ChosenFile extends Picture {
  name: string
}

/** Several pictures, at most nine; none when the person chose none. */
export function choosePictures(most: number): Promise<ChosenFile[]> {
  return new Promise(resolve => {
    wx.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) =>
        resolve(tempFiles.map(({ tempFilePath, size }) => ({ name: '', path: tempFilePath, bytes: size }))),
      fail: () => resolve([]),
    })
  })
}

/** Documents and pictures that were sent to the person in a chat of WeChat. */
export function chooseFiles(most: number): Promise<ChosenFile[]> {
  return new Promise(resolve => {
    wx.chooseMessageFile({
      count: most,
      type: 'file',
      extension: ['pdf', 'jpg', 'jpeg', 'png'],
      success: ({ tempFiles }) =>
        resolve(tempFiles.map(({ name, path, size }) => ({ name, path, bytes: size }))),
      fail: () => resolve([]),
    })
  })
}

/** Sends a file into a folder of the cloud's storage under a name nobody guesses; answers its file id. */
export async function sendFile(
  folder: string,
  filePath: string,
  ending: string,
  onProgress: (percent: number) => void,
): Promise<string> {
  if (!isOnline()) throw new AppFailure('OFFLINE')
  const cloudPath = `${folder}/${opId()}${ending}`
  const fileId = await new Promise<string>(resolve => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }) => resolve(fileID),
      fail: () => resolve(''),
    })
    task.onProgressUpdate(({ progress }) => onProgress(progress))
  })
  if (fileId !== '') return fileId
  // as in call.ts: what matters is whether there is a network
  throw new AppFailure((await askNetwork()) ? 'UNREACHABLE' : 'OFFLINE')
}

/** The same for a picture. */
export function uploadPicture(folder: string, { path }: Picture): Promise<string> {
  const ending = /\.(png|jpe?g|webp)$/i.exec(path)?.[0].toLowerCase() ?? '.jpg'
  return sendFile(folder, path, ending, () => undefined)
}
