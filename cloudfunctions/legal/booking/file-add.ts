import { createHash } from 'node:crypto'
import { pipe, regex, strictObject, string } from 'valibot'
import type { Action } from '../../_kit/action'
import { base32 } from '../../_kit/base32'
import { AppError } from '../../_kit/errors'
import { fileType } from '../../_kit/file-type'
import { downloadFile } from '../../_kit/files'
import { checkImage } from '../../_kit/openapi'
import { limitTries } from '../../_kit/tries'
import type { FileItem } from '../../../typings/api/legal'
import type { StoredFile } from '../../../typings/documents'

const MOST_BYTES = 10 * 1024 * 1024
/** WeChat checks no larger pictures at once. */
const MOST_CHECKED = 1024 * 1024
const FILES_A_MINUTE = 20

/** The file belongs to whoever adds it first. Names are random, so that nobody comes before the phone that put it there. */
export const fileAdd: Action<'legal', 'fileAdd'> = {
  input: strictObject({
    fileId: pipe(string(), regex(/^cloud:\/\/[\w.-]{1,80}\/legal\/[\w/-]{1,100}\.(jpe?g|png|pdf)$/)),
  }),

  async run({ store, me, now }, { fileId }) {
    const _id = `fl_${base32(createHash('sha256').update(fileId).digest(), 26)}`
    const known = await store.get('files', _id)
    if (known) return itemFor(me._id, known)
    await limitTries(store, `${me._id}:fileAdd`, now, FILES_A_MINUTE)
    const file: StoredFile = { _id, ownerId: me._id, fileId, ...(await inspect(fileId)), at: now }
    if (await store.insert('files', file)) return itemFor(me._id, file)
    // another tap was faster
    return itemFor(me._id, (await store.get('files', _id)) ?? file)
  },
}

function itemFor(personId: string, { _id: id, ownerId, mime, bytes }: StoredFile): FileItem {
  if (ownerId !== personId) throw rejected()
  return { id, mime, bytes }
}

/** What the file itself says it is. */
async function inspect(fileId: string): Promise<Pick<StoredFile, 'mime' | 'bytes'>> {
  const file = await downloadFile(fileId, MOST_BYTES)
  const mime = file && fileType(file, fileId)
  if (!mime) throw rejected()
  if (mime !== 'application/pdf' && file.length <= MOST_CHECKED && (await checkImage(mime, file)) === 'RISKY')
    throw new AppError('CONTENT_RISKY', { field: 'fileId' })
  return { mime, bytes: file.length }
}

const rejected = () => new AppError('FILE_REJECTED', { field: 'fileId' })
