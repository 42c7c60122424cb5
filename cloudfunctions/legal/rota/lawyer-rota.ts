import { pipe, regex, string } from 'valibot'
import type { LawyerRequest, Subject } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Lawyer, Rota } from '../../../typings/documents'
import { emptyRota, rotaId } from './rota-document'

export const lawyerId = pipe(string(), regex(/^lw_p_[0-9A-HJKMNP-TV-Z]{26}$/))

export interface LawyerRota extends Subject {
  lawyerId: string
  lawyer: Lawyer
  rota: Rota
}

/** The rota of this lawyer, or the caller's own. A grant without a profile has none. */
export async function loadLawyerRota(
  { store, now, lawyerId: own }: LawyerRequest,
  input: { lawyerId?: string },
): Promise<LawyerRota> {
  const lawyerId = input.lawyerId ?? own
  if (lawyerId === '') throw new AppError('INVALID_INPUT', { field: 'lawyerId' })
  const [lawyer, rota] = await Promise.all([
    store.get('lawyers', lawyerId),
    store.get('rotas', rotaId(lawyerId)),
  ])
  if (!lawyer) throw new AppError('NOT_FOUND')
  return { lawyerId, orgPath: lawyer.orgPath, lawyer, rota: rota ?? emptyRota(lawyerId, now) }
}
