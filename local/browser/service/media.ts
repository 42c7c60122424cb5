import './media.css'
import { asynchronous, Failure } from './asynchronous'
import { element } from './element'
import { expectParameter } from './parameters'
import type { Phone } from './phone'

interface Choose {
  count?: number
}

/** Pictures: chosen from the computer, seen full screen, never written to an album. */
export function media({ host }: Phone) {
  return asynchronous({
    async chooseMedia({ count = 9 }: Choose) {
      const files = await pick(count)
      const tempFiles = files.map(file => ({
        tempFilePath: URL.createObjectURL(file),
        size: file.size,
        fileType: 'image',
      }))
      return { tempFiles, type: 'image' }
    },
    previewImage({ urls, current = urls[0] }: { urls: string[]; current?: string }) {
      expectParameter('urls', urls, 'Array')
      const picture = element('img', { src: current ?? '', alt: '' })
      const shown = element('section', { class: 'sys-preview', click: () => shown.remove() }, picture)
      host.layer.append(shown)
    },
    saveImageToPhotosAlbum({ filePath }: { filePath: string }) {
      expectParameter('filePath', filePath, 'String')
      element('a', { href: filePath, download: '工家云.png' }).click()
    },
  })
}

function pick(count: number): Promise<File[]> {
  return new Promise((resolve, reject) => {
    const input = element('input', { type: 'file', accept: 'image/*', multiple: count > 1 })
    input.addEventListener('change', () => resolve([...(input.files ?? [])].slice(0, count)))
    input.addEventListener('cancel', () => reject(new Failure('cancel')))
    input.click()
  })
}
