/** Lawyers, services, slots and appointments for a test, as the functions would have written them. */
import { freePlace, placeId } from '../../cloudfunctions/_kit/places/place'
import { lawyerIdOf } from '../../cloudfunctions/_kit/identity'
import { ulid } from '../../cloudfunctions/_kit/ids'
import { seal } from '../../cloudfunctions/_kit/crypto'
import { sealText } from '../../cloudfunctions/legal/sealed'
import { slotIdOf, slotOf } from '../../cloudfunctions/legal/slot-id'
import { agreements } from '../../miniprogram/shared/agreements'
import { DAY, instant, localDate } from '../../miniprogram/shared/time'
import type { Booking, Intake } from '../../typings/api/legal'
import type {
  Appointment,
  Lawyer,
  LegalMode,
  LegalServiceDoc,
  Rota,
  SwappedSlot,
} from '../../typings/documents'
import { personId, personOf, secrets, type World } from './world'

const MINUTE = 60_000

export interface SlotOptions {
  modes?: LegalMode[]
  minutes?: number
}

/** 10:00 in Shanghai, `days` days after today. */
export function tenOclock(world: Pick<World, 'now'>, days: number): number {
  return instant(localDate(world.now + days * DAY), '10:00')
}

export const intake: Intake = {
  opponents: [{ name: '演示四方物流有限公司' }],
  claimType: 'WAGES',
  keyDate: '2026-08-01',
  facts: '七月和八月的工资一直没有发，催了三次。',
  fileIds: [],
}

export function legalFixture(world: World) {
  const { now, add, cloud } = world
  const written = { createdAt: now, updatedAt: now, rev: 1 }

  /** A profile and a rota without rules, of somebody who holds the grant. */
  async function profile(openid: string, fields: Partial<Lawyer> = {}) {
    const lawyerId = lawyerIdOf(personId(openid))
    const firm = fields.firm ?? '明理演示所'
    const lawyer: Lawyer = {
      _id: lawyerId,
      ...written,
      personId: personId(openid),
      surname: '叶',
      firm,
      firmHash: `firm ${firm}`,
      licenceNo: seal('11101202600000001', `${lawyerId}.licence`, secrets),
      services: ['ls_labour'],
      modes: ['PHONE', 'SITE', 'TEXT'],
      site: { name: '法律服务站', address: '东里6号', lng: 116.4, lat: 39.9 },
      orgPath: '/org_R/',
      active: true,
      partiesHash: '',
      ...fields,
    }
    await add('lawyers', [lawyer])
    const rota: Rota = {
      _id: `ro_${lawyerId}`,
      ...written,
      lawyerId,
      rules: [],
      leaves: [],
      given: [],
      taken: [],
    }
    await add('rotas', [rota])
    return lawyerId
  }

  return {
    profile,

    /** Registered people who agreed to what legal help needs. */
    async workers(...openids: string[]) {
      const LEGAL_SENSITIVE = agreements.LEGAL_SENSITIVE.version
      const people = openids.map(openid => personOf(openid, now))
      await add(
        'persons',
        people.map(person => ({ ...person, consents: { ...person.consents, LEGAL_SENSITIVE } })),
      )
      return people.map(({ _id }) => _id)
    },

    /** A registered person with grant, profile and a rota without rules; answers the lawyer's id. */
    async lawyer(openid: string, fields: Partial<Lawyer> = {}, orgId = 'org_R') {
      await add('persons', [personOf(openid, now)])
      const grantId = `gr_${lawyerIdOf(personId(openid))}`
      await world.grant(openid, [], orgId, { _id: grantId, role: 'LAWYER' })
      return profile(openid, fields)
    },

    async service(key = 'labour', fields: Partial<LegalServiceDoc> = {}) {
      const service: LegalServiceDoc = {
        _id: `ls_${key}`,
        ...written,
        name: '劳动争议咨询',
        intro: '工资、合同、辞退',
        modes: ['PHONE', 'SITE', 'TEXT'],
        minutes: 30,
        claimTypes: ['WAGES', 'OVERTIME', 'CONTRACT', 'DISMISSAL', 'OTHER'],
        needsOpponent: true,
        open: true,
        order: 1,
        ...fields,
      }
      await add('legal_services', [service])
      return service._id
    },

    /** Free slots that begin at these times; the rota gives them too, as if a swap had brought them. */
    async slots(
      lawyerId: string,
      starts: number[],
      { modes = ['PHONE', 'TEXT'], minutes = 30 }: SlotOptions = {},
    ) {
      const given = starts.map<SwappedSlot>(startAt => ({
        swapId: 'sw_fixture',
        startAt,
        endAt: startAt + minutes * MINUTE,
        modes,
      }))
      await add(
        'places',
        given.map(({ startAt, endAt }) => ({
          ...freePlace(
            { pool: slotIdOf(lawyerId, startAt), refId: lawyerId, segments: [], maxNo: 1, startAt, endAt },
            1,
          ),
          segment: modes.join(),
        })),
      )
      const [rota] = await cloud.find<Rota>('rotas', { lawyerId })
      const taken = [...(rota?.taken ?? []), ...given]
      await cloud.db.collection('rotas').where({ lawyerId }).update({ taken })
      return starts.map(startAt => slotIdOf(lawyerId, startAt))
    },

    /** An appointment that stands: its slot held by the person, the document beside it. The slot must be there. */
    async appointment(
      openid: string,
      slotId: string,
      fields: Partial<Appointment> = {},
    ): Promise<Appointment> {
      const { lawyerId, startAt } = slotOf(slotId)
      const [rid, holder] = [fields.rid ?? ulid(now), personId(openid)]
      const [lawyer] = await cloud.find<Lawyer>('lawyers', { _id: lawyerId })
      const _id = `apt_${rid}`
      const serviceId = fields.serviceId ?? 'ls_labour'
      const appointment: Appointment = {
        _id,
        ...written,
        rid,
        slotId,
        lawyerId,
        firmHash: lawyer?.firmHash ?? '',
        personId: holder,
        serviceId,
        serviceName: '劳动争议咨询',
        mode: 'PHONE',
        startAt,
        endAt: startAt + 30 * MINUTE,
        orgPath: lawyer?.orgPath ?? '',
        state: 'BOOKED',
        opponents: sealText(JSON.stringify(intake.opponents), _id, 'opponents', secrets),
        opponentHashes: [],
        claimType: 'WAGES',
        keyDate: '2026-08-01',
        facts: sealText(intake.facts, _id, 'facts', secrets),
        fileIds: [],
        suspected: 0,
        bookedAt: now,
        answerBy: Math.min(now + DAY, startAt - 120 * MINUTE),
        clearedAt: 0,
        conflictedAt: 0,
        liveKey: `${holder}|${serviceId}`,
        endedAt: 0,
        endedBy: '',
        reason: '',
        score: 0,
        rateText: null,
        ...fields,
      }
      await cloud.db
        .collection('places')
        .where({ _id: placeId(slotId, 1) })
        .update({
          holder,
          nth: 0,
          rid,
          at: now,
          state: 'HELD',
          headcount: 1,
          capKey: `${holder}|legal|${localDate(startAt).slice(0, 7)}|${rid}`,
        })
      await add('appointments', [appointment])
      return appointment
    },
  }
}

export function booking(slotId: string, fields: Partial<Booking> = {}): Booking {
  return { slotId, serviceId: 'ls_labour', mode: 'PHONE', intake, ...fields }
}
