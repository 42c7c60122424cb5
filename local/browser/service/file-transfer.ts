import { asynchronous, Failure } from './asynchronous'
import { endingOf } from './cloud-upload'
import { element } from './element'
import { ownAddress } from './file-address'
import { expectParameter } from './parameters'
import type { Phone } from './phone'
import { USER_DATA_PATH } from './temporary-files'

interface Download {
  url: string
  /** A path below `wx.env.USER_DATA_PATH`; a temporary one is made without it. */
  filePath?: string
}

interface OpenDocument {
  filePath: string
  fileType?: string
  showMenu?: boolean
}

const DOCUMENTS = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

/** Files by their address, and documents shown: the browser saves them, it has nothing to show them with. */
export function fileTransfer({ bridge, files }: Phone) {
  return {
    env: { USER_DATA_PATH },
    ...asynchronous({
      async downloadFile({ url, filePath }: Download) {
        expectParameter('url', url, 'String')
        if (!/^https?:/.test(url)) throw new Failure('invalid url')
        if (bridge.network() === 'off') throw new Failure('request:fail', { errno: 600001 })
        const answer = await fetch(ownAddress(url))
        const blob = await answer.blob()
        const { status: statusCode } = answer
        if (filePath !== undefined) return { filePath: files.keepAs(filePath, blob), statusCode }
        return { tempFilePath: files.keep(blob, endingOf(new URL(url).pathname)), statusCode }
      },
      openDocument({ filePath, fileType }: OpenDocument) {
        expectParameter('filePath', filePath, 'String')
        const ending = fileType ?? endingOf(filePath)
        if (!DOCUMENTS.includes(ending)) throw new Failure('filetype not supported')
        const name = filePath.slice(filePath.lastIndexOf('/') + 1)
        const download = name.endsWith(`.${ending}`) ? name : `${name}.${ending}`
        element('a', { href: files.url(filePath), download }).click()
      },
    }),
  }
}
