import type { SyncResult } from '../../../../typings/api/activity'
import { activities } from '../../../services/activity'
import { failureOf } from '../../../services/failure'
import { downloadPack } from './pack'
import { acknowledge, unsent } from './records'
import type { StoredPack } from './stored-pack'

/** Records of one call. */
const MOST = 200

/** Sends what this phone has recorded, the oldest first; what the server acknowledged is taken off, refused ones too. */
export async function sendRecords(sessionId: string, pack: StoredPack): Promise<SyncResult[]> {
  try {
    return await sendWith(sessionId, pack)
  } catch (thrown) {
    if (failureOf(thrown).code !== 'PACK_UNKNOWN') throw thrown
    // the server threw the roster away: a new one takes the records too
    return sendWith(sessionId, await downloadPack(sessionId))
  }
}

async function sendWith(sessionId: string, { packId }: StoredPack): Promise<SyncResult[]> {
  const all: SyncResult[] = []
  for (;;) {
    const records = unsent(sessionId).slice(0, MOST)
    if (records.length === 0) return all
    const { results } = await activities.checkInSync({ packId, records })
    acknowledge(
      sessionId,
      results.map(({ seq }) => seq),
    )
    all.push(...results)
    // an answer that names none of them would be asked for again without end
    if (results.length === 0) return all
  }
}
