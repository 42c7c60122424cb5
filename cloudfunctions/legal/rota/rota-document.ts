import type { Rota } from '../../../typings/documents'

export const rotaId = (lawyerId: string): string => `ro_${lawyerId}`

/** Of a lawyer who has no rota yet: `rev` 0. */
export function emptyRota(lawyerId: string, now: number): Rota {
  const written = { createdAt: now, updatedAt: now, rev: 0 }
  return { _id: rotaId(lawyerId), ...written, lawyerId, rules: [], leaves: [], given: [], taken: [] }
}
