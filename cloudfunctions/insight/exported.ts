import type { Exported } from '../../typings/api/insight'
import type { Export } from '../../typings/documents'
import { AppError } from '../_kit/errors'
import { temporaryUrls } from '../_kit/files'

const ADDRESS_SEC = 1800

/** Where its file is in cloud storage. */
export const exportPath = (exportId: string): string => `exports/${exportId}.xlsx`

/** A file that was exported, with an address of half an hour. NOT_FOUND: its time is over, or it was never finished. */
export async function answerOf(
  { _id: exportId, fileId, rows, expiresAt }: Export,
  fileName: string,
  now: number,
): Promise<Exported> {
  if (fileId === '' || expiresAt <= now) throw new AppError('NOT_FOUND')
  const url = (await temporaryUrls([fileId], ADDRESS_SEC)).get(fileId)
  if (url === undefined) throw new AppError('NOT_FOUND')
  return { exportId, url, until: now + ADDRESS_SEC * 1000, fileName, rows }
}
