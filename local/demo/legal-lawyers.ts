import { seal } from '../../cloudfunctions/_kit/crypto'
import { lawyerIdOf } from '../../cloudfunctions/_kit/identity'
import type { Secrets } from '../../cloudfunctions/_kit/keys'
import { firmHash } from '../../cloudfunctions/legal/menu/firm-hash'
import { licenceOwner } from '../../cloudfunctions/legal/menu/lawyer-item'
import type { Lawyer, Leave, LegalMode, RotaRule, Spot } from '../../typings/documents'
import { ulidOf } from './activities'
import { serviceIds } from './legal-menu'
import type { DemoPersona } from './personas'
import { personIdFor } from './people'
import { shanghaiTime } from './shanghai-time'
import { unionOf } from './unions'

/** A volunteer lawyer and the week they work; invented, as their firms are. */
export interface DemoLawyer {
  key: string
  name: string
  firm: string
  mode: LegalMode
  rule: Pick<RotaRule, 'weekdays' | 'from' | 'to'> & Partial<RotaRule>
  site?: Spot
  leaves?: Leave[]
}

const station: Spot = { name: '金桥一号暖心驿站', address: '金桥街道金桥路1号', lng: 116.4118, lat: 39.9136 }
const MON_TO_FRI = [1, 2, 3, 4, 5]

export const demoLawyers: readonly DemoLawyer[] = [
  {
    ...{ key: 'ye', name: '叶知秋', firm: '明理演示所', mode: 'PHONE' },
    rule: { weekdays: [2, 4], from: '14:00', to: '17:00' },
  },
  {
    ...{ key: 'gu', name: '顾言', firm: '明理演示所', mode: 'SITE', site: station },
    rule: { weekdays: [3], from: '09:00', to: '12:00' },
  },
  {
    ...{ key: 'su', name: '苏苒', firm: '和衡演示所', mode: 'PHONE' },
    rule: { weekdays: [6], from: '10:00', to: '12:00', everyWeeks: 2, anchorDate: '2026-09-19' },
  },
  {
    ...{ key: 'han', name: '韩默', firm: '和衡演示所', mode: 'PHONE' },
    rule: { weekdays: MON_TO_FRI, from: '19:00', to: '20:30', onMakeup: 'AS_WEEKDAY' },
  },
  {
    ...{ key: 'luo', name: '罗岚', firm: '正言演示所', mode: 'PHONE' },
    rule: { weekdays: [5], from: '14:00', to: '17:00' },
    leaves: [
      {
        id: `lv_${ulidOf(90)}`,
        fromAt: shanghaiTime('2026-09-25', '00:00'),
        toAt: shanghaiTime('2026-09-28', '00:00'),
        reason: '出差',
      },
    ],
  },
  {
    ...{ key: 'fang', name: '方屿', firm: '正言演示所', mode: 'TEXT' },
    rule: { weekdays: [...MON_TO_FRI, 6, 7], from: '20:00', to: '21:00', onHoliday: 'KEEP' },
  },
]

/** Those of them whom the workbench cannot be. */
export const lawyersInTown: DemoPersona[] = ['su', 'han', 'luo', 'fang'].map((key, i) => ({
  key,
  openid: `oDemo-${key}`,
  name: lawyerOf(key).name,
  note: '',
  phone: `1380000670${i}`,
  person: { employment: 'OFFICE', status: 'REGISTERED' },
}))

export function lawyerOf(key: string): DemoLawyer {
  const lawyer = demoLawyers.find(one => one.key === key)
  if (!lawyer) throw new Error(`no lawyer ${key}`)
  return lawyer
}

export const lawyerIdFor = (key: string, secrets: Secrets): string =>
  lawyerIdOf(personIdFor(`oDemo-${key}`, secrets))

export function lawyers(at: number, secrets: Secrets): Lawyer[] {
  return demoLawyers.map(({ key, name, firm, mode, site = null }, i) => {
    const _id = lawyerIdFor(key, secrets)
    return {
      ...{ _id, createdAt: at, updatedAt: at, rev: 1 },
      ...{ personId: personIdFor(`oDemo-${key}`, secrets), surname: name.slice(0, 1), firm },
      firmHash: firmHash(firm, secrets),
      licenceNo: seal(`1110120261000000${i + 1}`, licenceOwner(_id), secrets),
      ...{ services: [...serviceIds], modes: [mode], site, orgPath: unionOf('org_R').path },
      ...{ active: true, partiesHash: '' },
    }
  })
}
