import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { boolean, literal, optional, strictObject } from 'valibot'
import { rosterFileName, watermark } from '../../miniprogram/shared/export-words'
import type { Export } from '../../typings/documents'
import type { Action, StaffRequest } from '../_kit/action'
import { AppError } from '../_kit/errors'
import { uploadFile } from '../_kit/files'
import { purgeLater } from '../_kit/purge-later'
import type { Roll } from '../activity/roll/roll-session'
import { readRoll } from '../activity/roll/roll-session'
import { answerOf, exportPath } from './exported'
import { opId, reason, sessionId } from './input'
import { personNamed } from './people-opened'
import { rosterPages } from './roster-pages'
import { rosterFile } from './roster-file'

const MOST_ROWS = 20_000
const KEPT_MS = 7 * 24 * 3600_000

export const exportList: Action<'insight', 'export', Roll> = {
  input: strictObject({ opId, kind: literal('ROSTER'), sessionId, reason, full: optional(boolean()) }),

  load: (request, { sessionId }) => readRoll(request, sessionId),

  async run(request, { opId, sessionId, reason, full = false }, roll) {
    const { store, personId, now, scope } = request
    if (full && !scope.may('REPORT', roll.orgPath)) throw new AppError('NO_PERMISSION')
    if (reason === '') throw new AppError('REASON_REQUIRED')
    const fileName = rosterFileName(roll.activity.title, roll.session.startAt)
    const _id = `ex_${personId}_${opId}`
    const before = await store.get('exports', _id)
    if (before && (before.refId !== sessionId || before.full !== full)) throw new AppError('OP_MISMATCH')
    if (before && (before.fileId !== '' || before.expiresAt <= now)) return answerOf(before, fileName, now)
    const held = await store.count('places', { pool: sessionId, state: { $in: ['HELD', 'OFFERED'] } })
    if (held > MOST_ROWS) throw new AppError('EXPORT_TOO_BIG')
    const about = { _id, personId, kind: 'ROSTER', refId: sessionId, orgPath: roll.orgPath } as const
    const entry = before ?? {
      ...about,
      ...{ reason, full, rows: 0, fileId: '', at: now, expiresAt: now + KEPT_MS },
    }
    await purgeLater(store, now)
    // before the file: no file with names in it that nothing knows of
    if (!before) await store.insert('exports', entry)
    const made = await written(request, roll, entry)
    // the same request twice at once: the file is the same, the first count stays
    await store.change('exports', { _id, fileId: '' }, made)
    return answerOf({ ...entry, ...made }, fileName, now)
  },
}

/**
 * Under a path of its own: cut off before its entry tells of it, it is put there once more by the retry. Nothing stays in
 * the function's own folder, whatever happens.
 */
async function written(
  { store, personId, now }: StaffRequest,
  { session, activity }: Roll,
  { _id, reason, full }: Export,
): Promise<Pick<Export, 'fileId' | 'rows'>> {
  const { questions } = activity
  const file = path.join(tmpdir(), `${randomUUID()}.xlsx`)
  try {
    const rows = await rosterFile(file, {
      watermark: watermark(await personNamed(store, personId), now, reason),
      questions: questions.map(({ label }) => label),
      full,
      pages: rosterPages(store, session._id, questions, full),
    })
    return { fileId: await uploadFile(exportPath(_id), createReadStream(file)), rows }
  } finally {
    await rm(file, { force: true })
  }
}
