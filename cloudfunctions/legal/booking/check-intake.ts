import { localDate } from '../../../miniprogram/shared/time'
import { AppError } from '../../_kit/errors'
import { isRisky } from '../../_kit/openapi'
import type { Store } from '../../_kit/store'
import type { Intake } from '../../../typings/api/legal'
import type { LegalServiceDoc } from '../../../typings/documents'

/** Does what was written fit the service? No database calls. */
export function checkFit(intake: Intake, service: LegalServiceDoc, now: number): void {
  if (!service.claimTypes.includes(intake.claimType)) throw invalid('intake.claimType')
  if (service.needsOpponent && intake.opponents.length === 0) throw invalid('intake.opponents')
  if (intake.keyDate !== undefined && intake.keyDate > localDate(now))
    throw new AppError('DATE_FUTURE', { field: 'intake.keyDate' })
}

/** Refuses files that are not the caller's own; one call, none without files. */
export async function checkFiles(store: Store, ownerId: string, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return
  const own = await store.count('files', { _id: { $in: fileIds }, ownerId })
  if (own < fileIds.length) throw new AppError('FILE_REJECTED', { field: 'intake.fileIds' })
}

/** Illegal content only; where the check is out of reach, nobody is kept from a lawyer. */
export async function checkWords({ opponents, facts }: Intake, openid: string): Promise<void> {
  const text = [...opponents.map(({ name }) => name), facts].join('\n')
  if (await isRisky(text, openid)) throw new AppError('CONTENT_RISKY', { field: 'intake.facts' })
}

const invalid = (field: string) => new AppError('INVALID_INPUT', { field })
