import { asynchronous, Failure } from './asynchronous'
import { fileAddress, fileBlob } from './file-address'
import { expectParameter } from './parameters'
import type { Phone } from './phone'

interface Canvas {
  canvas: unknown
  x?: number
  y?: number
  width?: number
  height?: number
  destWidth?: number
  destHeight?: number
  fileType?: 'png' | 'jpg'
  quality?: number
}

interface Compress {
  src: string
  /** 0–100. */
  quality?: number
  compressedWidth?: number
  compressedHeight?: number
}

/** What is done with pictures without showing them. Lengths are pixels of the picture or of the canvas. */
export function picture({ files }: Phone) {
  return asynchronous({
    async getImageInfo({ src }: { src: string }) {
      expectParameter('src', src, 'String')
      const blob = await fileBlob(files, src)
      const { naturalWidth: width, naturalHeight: height } = await loaded(await fileAddress(files, src))
      const type = typeOf(blob)
      const path = src.startsWith('wxfile://') ? src : files.keep(blob, ending(type))
      return { width, height, path, orientation: 'up', type }
    },

    async compressImage({ src, quality = 80, compressedWidth, compressedHeight }: Compress) {
      expectParameter('src', src, 'String')
      const from = await loaded(await fileAddress(files, src))
      const ratio = from.naturalHeight / from.naturalWidth
      const width = compressedWidth ?? (compressedHeight ? compressedHeight / ratio : from.naturalWidth)
      const height = compressedHeight ?? width * ratio
      const blob = await bytes(drawn(from, { width, height }), 'image/jpeg', quality / 100)
      return { tempFilePath: files.keep(blob, 'jpg') }
    },

    async canvasToTempFilePath(options: Canvas) {
      const { canvas: from, x = 0, y = 0, fileType = 'png', quality = 1 } = options
      if (!(from instanceof HTMLCanvasElement)) throw new Failure('canvas is empty')
      const width = options.width ?? from.width - x
      const height = options.height ?? from.height - y
      const { destWidth = width, destHeight = height } = options
      const size = { width: destWidth, height: destHeight }
      const blob = await bytes(
        drawn(from, size, { x, y, width, height }),
        fileType === 'jpg' ? 'image/jpeg' : 'image/png',
        quality,
      )
      return { tempFilePath: files.keep(blob, fileType) }
    },
  })
}

async function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = address
  await image.decode().catch(() => {
    throw new Failure('image decode fail')
  })
  return image
}

interface Size {
  width: number
  height: number
}

function drawn(
  from: HTMLImageElement | HTMLCanvasElement,
  { width, height }: Size,
  cut: { x: number; y: number } & Size = { x: 0, y: 0, width: from.width, height: from.height },
): HTMLCanvasElement {
  const to = document.createElement('canvas')
  to.width = Math.round(width)
  to.height = Math.round(height)
  to.getContext('2d')?.drawImage(from, cut.x, cut.y, cut.width, cut.height, 0, 0, to.width, to.height)
  return to
}

function bytes(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      blob => (blob ? resolve(blob) : reject(new Failure('create bitmap failed'))),
      type,
      quality,
    ),
  )
}

/** WeChat's names of formats. */
const typeOf = ({ type }: Blob) => /^image\/([a-z]+)/.exec(type)?.[1] ?? 'unknown'
const ending = (type: string) => (type === 'jpeg' ? 'jpg' : type)
