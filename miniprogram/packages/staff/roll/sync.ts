import type { SyncResult } from '../../../../typings/api/activity'
import { activities } from '../../../services/activity'
import { failureOf } from '../../../services/failure'
import { downloadPack, packIdOf } from './pack'
import { acknowledge, unsent } from './records'

/** Records of one call. */
const MOST = 200

/** Sends what this phone has recorded, the oldest first; what the server acknowledged is taken off, refused ones too. */
export async function sendRecords(sessionId: string): Promise<SyncResult[]> {
  try {
    return await sendAll(sessionId)
  } catch (thrown) {
    if (failureOf(thrown).code !== 'PACK_UNKNOWN') throw thrown
    // the server threw the roster away: a new one takes the records too
    await downloadPack(sessionId)
    return sendAll(sessionId)
  }
}

async function sendAll(sessionId: string): Promise<SyncResult[]> {
  const packId = packIdOf(sessionId)
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
