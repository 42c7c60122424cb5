import { pipe, regex, string } from 'valibot'
import { InstanceCache } from '../_kit/cache'
import { AppError } from '../_kit/errors'
import { fileType } from '../_kit/file-type'
import { downloadFile, temporaryUrls } from '../_kit/files'
import { checkImage } from '../_kit/openapi'

/** A picture that the phone has put into `covers/` of the cloud's storage. */
export const coverFile = pipe(string(), regex(/^cloud:\/\/[\w.-]{1,80}\/covers\/[\w/-]{1,100}\.(jpe?g|png)$/))

/** What WeChat's check of pictures takes. */
const MOST_BYTES = 1024 * 1024
/** Seconds an address works: twice as long as it is handed out. */
const LIVES_SEC = 600
const addresses = new InstanceCache<string>((LIVES_SEC / 2) * 1000)

/**
 * Throws FILE_REJECTED for what is too large or not the picture its name says, CONTENT_RISKY for what must not be shown.
 * UNREACHABLE: nobody could look at it.
 */
export async function checkCover(fileId: string): Promise<'PASS' | 'UNREACHABLE'> {
  const file = await downloadFile(fileId, MOST_BYTES)
  const type = file && fileType(file, fileId)
  if (!type || type === 'application/pdf') throw new AppError('FILE_REJECTED', { field: 'coverId' })
  const checked = await checkImage(type, file)
  if (checked === 'UNFIT') throw new AppError('FILE_REJECTED', { field: 'coverId' })
  if (checked === 'RISKY') throw new AppError('CONTENT_RISKY', { field: 'coverId' })
  return checked
}

/** Temporary addresses of covers, by file id; `''` has none. Where storage does not answer, the drawings are shown. */
export async function coverUrls(fileIds: readonly string[], now: number): Promise<Map<string, string>> {
  const wanted = [...new Set(fileIds)].filter(id => id !== '')
  const missing = wanted.filter(id => addresses.peek(id, now) === undefined)
  if (missing.length > 0) {
    try {
      const urls = await temporaryUrls(missing, LIVES_SEC)
      for (const [id, url] of urls) addresses.put(id, now, url)
    } catch (error) {
      console.log(JSON.stringify({ failed: 'covers', text: String(error).slice(0, 200) }))
    }
  }
  return new Map(
    wanted.flatMap(id => {
      const url = addresses.peek(id, now)
      return url === undefined ? [] : [[id, url] as const]
    }),
  )
}
