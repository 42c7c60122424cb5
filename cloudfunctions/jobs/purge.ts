import { deleteFiles, fileAt } from '../_kit/files'
import { PURGE_EVERY_MS } from '../_kit/purge-later'
import { settingSpecs } from '../_kit/settings'
import type { Store } from '../_kit/store'
import { AFTER_CAUSE_MS } from '../_kit/tasks'
import { exportPath } from '../insight/exported'
import type { Export } from '../../typings/documents'
import type { TaskHandler } from './task'

const HOUR = 3600_000
const PAGE = 500
/** The cloud deletes no more at once. */
const MOST_FILES = 50
/** A try counts for the minute or the day in which it was made. */
const TRIES_KEPT_MS = 25 * HOUR
/** What a device recorded until its pack ended may come so much later at most. */
const PACKS_KEPT_MS = settingSpecs['sync.lateHours'].max * HOUR

/** Deletes what was kept for a time only and is over. Each answers the last id of a full page: there may be more. */
export const purge: TaskHandler = async ({ store, now }) => {
  const last =
    (await purgeTries(store, now)) ?? (await purgePacks(store, now)) ?? (await purgeExports(store, now))
  return last === undefined ? { until: now + PURGE_EVERY_MS } : { cursor: last }
}

async function purgeTries(store: Store, now: number): Promise<string | undefined> {
  const where = { at: { $lte: now - TRIES_KEPT_MS } }
  const ids = idsOf(await store.find('tries', { where, fields: ['_id'], limit: PAGE }))
  if (ids.length > 0) await store.remove('tries', ids)
  return ids[PAGE - 1]
}

async function purgePacks(store: Store, now: number): Promise<string | undefined> {
  const where = { expiresAt: { $lte: now - PACKS_KEPT_MS } }
  const ids = idsOf(await store.find('packs', { where, fields: ['_id'], limit: PAGE }))
  // not those that were given anew meanwhile
  if (ids.length > 0) await store.remove('packs', ids, where)
  return ids[PAGE - 1]
}

/** The file first: as long as its entry is there, somebody knows of it. */
async function purgeExports(store: Store, now: number): Promise<string | undefined> {
  // none is being written any more
  const where = { expiresAt: { $lte: now - AFTER_CAUSE_MS } }
  const found = await store.find('exports', { where, limit: MOST_FILES })
  const files = await Promise.all(found.map(async one => ({ _id: one._id, fileId: await fileOf(one) })))
  const gone = new Set(await deleteFiles(files.flatMap(({ fileId }) => fileId ?? [])))
  const done = files.filter(({ fileId }) => fileId === undefined || gone.has(fileId))
  if (done.length > 0) await store.remove('exports', idsOf(done))
  if (done.length < found.length) throw new Error(`${found.length - done.length} files cannot be deleted`)
  return found[MOST_FILES - 1]?._id
}

/** Of one whose entry was never told of its file: what lies where the file would be. */
const fileOf = async ({ _id, fileId }: Export): Promise<string | undefined> =>
  fileId === '' ? fileAt(exportPath(_id)) : fileId

const idsOf = (documents: readonly { _id: string }[]): string[] => documents.map(({ _id }) => _id)
