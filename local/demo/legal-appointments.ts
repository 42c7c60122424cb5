import type { Secrets } from '../../cloudfunctions/_kit/keys'
import { lawyerIdOf } from '../../cloudfunctions/_kit/identity'
import { presets } from '../../cloudfunctions/_kit/settings'
import { answerBy } from '../../cloudfunctions/legal/booking/new-appointment'
import { partyKeys } from '../../cloudfunctions/legal/gate/party-keys'
import { sealText } from '../../cloudfunctions/legal/sealed'
import { slotIdOf } from '../../cloudfunctions/legal/slot-id'
import { localDate } from '../../miniprogram/shared/time'
import type {
  Appointment,
  AppointmentState,
  ClaimType,
  ConsultNote,
  Lawyer,
  Place,
} from '../../typings/documents'
import { ulidOf } from './activities'
import { serviceOf } from './legal-menu'
import { personIdFor } from './people'
import { shanghaiTime } from './shanghai-time'

const SLOT_MS = 30 * 60_000
const HOUR_MS = 3600_000

interface Row {
  who: string
  lawyer: string
  at: [date: string, clock: string]
  booked: [date: string, clock: string]
  service: string
  claimType: ClaimType
  keyDate: string
  opponent: string
  facts: string
  state: AppointmentState
}

/** One of each kind. */
const rows: Row[] = [
  {
    ...{ who: 'zhou', lawyer: 'ye', at: ['2026-09-17', '14:30'], booked: ['2026-09-16', '09:00'] },
    ...{ service: 'wages', claimType: 'WAGES', keyDate: '2026-08-10', opponent: '演示飞达物流有限公司' },
    facts: '七月、八月的配送费少结算了两千多元，问了三次没有答复。',
    state: 'BOOKED',
  },
  {
    ...{ who: 'lin', lawyer: 'gu', at: ['2026-09-16', '11:00'], booked: ['2026-09-12', '10:20'] },
    ...{
      service: 'dismissal',
      claimType: 'DISMISSAL',
      keyDate: '2026-09-01',
      opponent: '演示云栈软件有限公司',
    },
    facts: '公司口头通知月底离职，没有书面材料，想知道补偿怎么算。',
    state: 'CLEARED',
  },
  {
    ...{ who: 'ma', lawyer: 'luo', at: ['2026-09-18', '14:30'], booked: ['2026-09-15', '20:10'] },
    ...{ service: 'injury', claimType: 'INJURY', keyDate: '2026-08-28', opponent: '演示顺达物流有限公司' },
    facts: '送件途中摔伤，站点说不算工伤，医药费自己垫付。',
    state: 'CONFLICTED',
  },
  {
    ...{ who: 'xu', lawyer: 'ye', at: ['2026-09-10', '15:00'], booked: ['2026-09-07', '12:05'] },
    ...{ service: 'wages', claimType: 'OVERTIME', keyDate: '2025-10-16', opponent: '演示云栈软件有限公司' },
    facts: '离职前半年的加班费没有结清，考勤记录还在。',
    state: 'DONE',
  },
  {
    ...{ who: 'qin', lawyer: 'gu', at: ['2026-09-09', '09:30'], booked: ['2026-09-04', '08:40'] },
    ...{
      service: 'insurance',
      claimType: 'INSURANCE',
      keyDate: '2026-06-30',
      opponent: '演示洁城服务有限公司',
    },
    facts: '换了劳务公司以后，社会保险断了三个月。',
    state: 'RATED',
  },
  {
    ...{ who: 'zhou', lawyer: 'han', at: ['2026-08-24', '19:00'], booked: ['2026-08-20', '21:30'] },
    ...{ service: 'platform', claimType: 'OTHER', keyDate: '', opponent: '演示飞达物流有限公司' },
    facts: '账号被停用，想知道能不能申诉。',
    state: 'NO_SHOW',
  },
]

const ENDED: readonly AppointmentState[] = ['DONE', 'RATED', 'NO_SHOW']
const CLEARED: readonly AppointmentState[] = ['CLEARED', ...ENDED]

export function appointments(lawyers: readonly Lawyer[], secrets: Secrets): Appointment[] {
  return rows.map((row, i) => {
    const { who, service, claimType, keyDate, state } = row
    const [rid, personId] = [ulidOf(91, i), personIdFor(`oDemo-${who}`, secrets)]
    const lawyerId = lawyerIdOf(personIdFor(`oDemo-${row.lawyer}`, secrets))
    const lawyer = lawyers.find(({ _id }) => _id === lawyerId)
    if (!lawyer) throw new Error(`no lawyer ${row.lawyer}`)
    const [startAt, bookedAt] = [shanghaiTime(...row.at), shanghaiTime(...row.booked)]
    const { _id: serviceId, name: serviceName } = serviceOf(service)
    const endedAt = ENDED.includes(state) ? startAt + SLOT_MS : 0
    const [_id, opponents] = [`apt_${rid}`, [{ name: row.opponent }]]
    return {
      ...{ _id, rid, slotId: slotIdOf(lawyerId, startAt), createdAt: bookedAt, updatedAt: bookedAt, rev: 1 },
      ...{ lawyerId, firmHash: lawyer.firmHash, orgPath: lawyer.orgPath, personId, serviceId, serviceName },
      ...{ mode: lawyer.modes[0] ?? 'PHONE', startAt, endAt: startAt + SLOT_MS, state, claimType, keyDate },
      opponents: sealText(JSON.stringify(opponents), _id, 'opponents', secrets),
      opponentHashes: opponents.flatMap(opponent => partyKeys(opponent, secrets).proof),
      facts: sealText(row.facts, _id, 'facts', secrets),
      ...{ fileIds: [], suspected: 0, bookedAt, answerBy: answerBy(startAt, bookedAt, presets) },
      clearedAt: CLEARED.includes(state) ? bookedAt + HOUR_MS : 0,
      conflictedAt: state === 'CONFLICTED' ? bookedAt + 12 * HOUR_MS : 0,
      liveKey: endedAt > 0 ? _id : `${personId}|${serviceId}`,
      ...{ endedAt, endedBy: endedAt > 0 ? lawyer.personId : '', reason: '' },
      score: state === 'RATED' ? 5 : 0,
      rateText: state === 'RATED' ? sealText('讲得清楚，很耐心。', _id, 'rating', secrets) : null,
    }
  })
}

/** The slot as this appointment holds it; `jobs` has seen to it. */
export function bookedSlot(place: Place, { personId, rid, bookedAt, startAt }: Appointment): Place {
  return {
    ...place,
    ...{ holder: personId, nth: 0, rid, at: bookedAt, state: 'HELD', headcount: 1, due: 0, step: '' },
    ...{ capKey: `${personId}|legal|${localDate(startAt).slice(0, 7)}`, capNth: 0 },
  }
}

/** What the lawyers wrote of those that are over. */
export function consultNotes(all: readonly Appointment[], secrets: Secrets): ConsultNote[] {
  return all
    .filter(({ state }) => state === 'DONE' || state === 'RATED')
    .map(({ _id, endedAt: at, rev }) => ({
      ...{ _id: `cn_${_id}`, createdAt: at, updatedAt: at, rev: 1, ofRev: rev - 1, finalAt: at },
      facts: sealText('已核对劳动合同、考勤和工资流水。', _id, 'findings', secrets),
      advice: sealText('先书面催告并保留送达凭证，协商不成可申请调解或仲裁。', _id, 'advice', secrets),
      next: 'MEDIATION',
    }))
}
