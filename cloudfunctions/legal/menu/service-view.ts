import type { LegalService } from '../../../typings/api/legal'
import type { LegalServiceDoc } from '../../../typings/documents'

export function serviceView(service: Omit<LegalServiceDoc, 'createdAt' | 'updatedAt'>): LegalService {
  const { _id: serviceId, name, intro, modes, minutes, claimTypes, needsOpponent, open, order, rev } = service
  return { serviceId, name, intro, modes, minutes, claimTypes, needsOpponent, open, order, rev }
}
