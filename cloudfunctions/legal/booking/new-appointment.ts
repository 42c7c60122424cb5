import type { Settings } from '../../_kit/settings'
import type { Booking } from '../../../typings/api/legal'
import type { Appointment, Lawyer, LegalServiceDoc, Place } from '../../../typings/documents'
import { partyKeys } from '../gate/party-keys'
import { sealText } from '../sealed'
import { CLOSES_MS } from './book-rules'

const HOUR_MS = 3600_000

/** Until when the lawyer says whether a conflict stands against an appointment that was booked, or moved, `at`. */
export function answerBy(startAt: number, at: number, settings: Settings): number {
  return Math.min(at + settings['legal.answerHours'] * HOUR_MS, startAt - CLOSES_MS)
}

export function newAppointment(
  { pool: slotId, holder: personId, rid, startAt, endAt }: Place,
  { mode, intake }: Booking,
  { lawyer, service, settings }: { lawyer: Lawyer; service: LegalServiceDoc; settings: Settings },
  suspected: number,
  now: number,
): Appointment {
  const _id = `apt_${rid}`
  const { opponents, claimType, keyDate = '', facts, fileIds } = intake
  return {
    _id,
    createdAt: now,
    updatedAt: now,
    rev: 1,
    rid,
    slotId,
    lawyerId: lawyer._id,
    firmHash: lawyer.firmHash,
    personId,
    serviceId: service._id,
    serviceName: service.name,
    mode,
    startAt,
    endAt,
    orgPath: lawyer.orgPath,
    state: 'BOOKED',
    opponents: sealText(JSON.stringify(opponents), _id, 'opponents'),
    opponentHashes: opponents.flatMap(opponent => partyKeys(opponent).proof),
    claimType,
    keyDate,
    facts: sealText(facts, _id, 'facts'),
    fileIds,
    suspected,
    bookedAt: now,
    answerBy: answerBy(startAt, now, settings),
    clearedAt: 0,
    conflictedAt: 0,
    liveKey: `${personId}|${service._id}`,
    endedAt: 0,
    endedBy: '',
    reason: '',
    score: 0,
    rateText: null,
  }
}
