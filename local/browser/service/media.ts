import './media.css'
import './share.css'
import { asynchronous, Failure } from './asynchronous'
import { endingOf } from './cloud-upload'
import { dialog } from './dialog'
import { element } from './element'
import { fileAddress } from './file-address'
import { expectParameter } from './parameters'
import type { Phone } from './phone'

interface Choose {
  count: number
  /** Without the dot. */
  extension?: string[]
}

/** Pictures and files: chosen from the computer; pictures are seen full screen, never written to an album. */
export function media({ host, files }: Phone) {
  return asynchronous({
    async chooseMedia({ count = 9 }: Partial<Choose>) {
      const chosen = await pick(count, 'image/*')
      const tempFiles = chosen.map(file => ({
        tempFilePath: files.keep(file, endingOf(file.name)),
        size: file.size,
        fileType: 'image',
      }))
      return { tempFiles, type: 'image' }
    },
    async chooseMessageFile({ count, extension = [] }: Choose) {
      expectParameter('count', count, 'Number')
      const chosen = await pick(count, extension.map(ending => `.${ending}`).join())
      const tempFiles = chosen.map(file => {
        const { name, size, lastModified } = file
        return { path: files.keep(file, endingOf(name)), name, size, type: 'file', time: lastModified / 1000 }
      })
      return { tempFiles }
    },
    async previewImage({ urls, current = urls[0] }: { urls: string[]; current?: string }) {
      expectParameter('urls', urls, 'Array')
      const picture = element('img', { src: await fileAddress(files, current ?? ''), alt: '' })
      const shown = element('section', { class: 'sys-preview', click: () => shown.remove() }, picture)
      host.layer.append(shown)
    },
    async saveImageToPhotosAlbum({ filePath }: { filePath: string }) {
      expectParameter('filePath', filePath, 'String')
      const download = `工家云.${endingOf(filePath) || 'png'}`
      element('a', { href: await fileAddress(files, filePath), download }).click()
    },
    async showShareImageMenu({ path }: { path: string }) {
      expectParameter('path', path, 'String')
      const picture = element('img', { src: await fileAddress(files, path), alt: '' })
      const title = element('h2', { class: 'sys-share-to' }, '发送给：文件传输助手')
      const body = [title, element('div', { class: 'sys-share sys-share-picture' }, picture)]
      const pressed = await dialog(host.layer, body, [{ text: '取消' }, { text: '发送', primary: true }])
      if (pressed !== 1) throw new Failure('cancel')
    },
  })
}

function pick(count: number, accept: string): Promise<File[]> {
  return new Promise((resolve, reject) => {
    const input = element('input', { type: 'file', accept, multiple: count > 1 })
    input.addEventListener('change', () => resolve([...(input.files ?? [])].slice(0, count)))
    input.addEventListener('cancel', () => reject(new Failure('cancel')))
    input.click()
  })
}
