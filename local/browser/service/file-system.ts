import { asynchronous } from './asynchronous'
import { expectParameter } from './parameters'
import type { Phone } from './phone'
import { loud } from './wx'

/** What a page may ask of a temporary file. */
export function fileSystem({ files }: Phone) {
  const manager = asynchronous({
    getFileInfo({ filePath }: { filePath: string }) {
      expectParameter('filePath', filePath, 'String')
      return { size: files.blob(filePath).size }
    },
  })
  return { getFileSystemManager: () => loud(manager, 'FileSystemManager') }
}
