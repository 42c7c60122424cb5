import type { Picture } from './upload'

/** What WeChat's check of pictures takes: bytes, and pixels across and down. */
const MOST_BYTES = 1024 * 1024
const MOST_WIDTH = 750
const MOST_HEIGHT = 1334
/** Tried in turn until the bytes suffice. */
const QUALITIES = [80, 50]

/** The picture itself where it fits, else a smaller one; nothing where the phone can neither read nor shrink it. */
export async function fittedPicture(picture: Picture): Promise<Picture | undefined> {
  try {
    const { width, height, type } = await wx.getImageInfo({ src: picture.path })
    const scale = Math.min(1, MOST_WIDTH / width, MOST_HEIGHT / height)
    const known = type === 'jpeg' || type === 'png'
    if (known && scale === 1 && picture.bytes <= MOST_BYTES) return picture
    return await smaller(picture.path, Math.max(1, Math.floor(width * scale)))
  } catch {
    return undefined
  }
}

async function smaller(src: string, compressedWidth: number): Promise<Picture | undefined> {
  for (const quality of QUALITIES) {
    const { tempFilePath: path } = await wx.compressImage({ src, quality, compressedWidth })
    const bytes = await sizeOf(path)
    if (bytes <= MOST_BYTES) return { path, bytes }
  }
  return undefined
}

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) =>
    wx.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )
