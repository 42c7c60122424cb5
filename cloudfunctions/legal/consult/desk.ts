import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { loadSettings } from '../../_kit/settings'
import { lawyerName } from '../../../miniprogram/shared/legal-words'
import { swapsOf } from '../rota/swap-items'
import { OPEN } from './declare-conflict'
import { deskOf } from './desk-of'

const MOST = 500

/** NOT_FOUND: holds the grant, and staff have not made the profile yet. */
export const desk: Action<'legal', 'desk'> = {
  input: strictObject({}),

  async run({ store, lawyerId, now }) {
    const [lawyer, open, swaps, settings] = await Promise.all([
      store.get('lawyers', lawyerId),
      store.find('appointments', {
        where: { lawyerId, state: { $in: OPEN } },
        orderBy: { startAt: 1 },
        limit: MOST,
      }),
      swapsOf(store, lawyerId),
      loadSettings(store, now),
    ])
    if (!lawyer) throw new AppError('NOT_FOUND')
    return {
      name: lawyerName(lawyer.surname),
      firm: lawyer.firm,
      ...deskOf(open, settings, now),
      swaps: swaps.filter(({ mine, state }) => !mine && state === 'PROPOSED'),
    }
  },
}
