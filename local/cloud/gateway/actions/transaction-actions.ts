import type { Database } from '../../database/database'
import { text, type Actions } from '../admin-request'

export function transactionActions(database: Database): Actions {
  return {
    'database.startTransaction': async () => ({ transactionId: await database.begin() }),
    'database.commitTransaction': async ({ body }) => {
      await database.commit(text(body, 'transactionId'))
      return {}
    },
    'database.abortTransaction': async ({ body }) => {
      await database.abort(text(body, 'transactionId'))
      return {}
    },
  }
}
