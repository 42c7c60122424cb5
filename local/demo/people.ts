import { consentRows } from '../../cloudfunctions/account/self/consent'
import { nameOwner, phoneOwner } from '../../cloudfunctions/account/self/me'
import { phoneHash, seal } from '../../cloudfunctions/_kit/crypto'
import { personIdOf } from '../../cloudfunctions/_kit/identity'
import type { Secrets } from '../../cloudfunctions/_kit/keys'
import type { Consent, Employment, Person } from '../../typings/documents'
import { APP_ID } from '../cloud/environment'
import type { DemoPersona } from './personas'
import { unionOf } from './unions'

export const personIdFor = (openid: string, secrets: Secrets) => personIdOf(APP_ID, openid, secrets)

export interface Registered {
  person: Person
  consents: Consent[]
}

/** A person as `account.register` would have made them at `at`. */
export function registered(persona: DemoPersona, at: number, secrets: Secrets): Registered | undefined {
  if (!persona.person) return undefined
  const { employment, status, orgId, memberNo, largeText = false } = persona.person
  const _id = personIdFor(persona.openid, secrets)
  const consents = consentRows(_id, at)
  const person: Person = {
    _id,
    createdAt: at,
    updatedAt: at,
    rev: 2,
    name: seal(persona.name, nameOwner(_id), secrets),
    phone: seal(persona.phone, phoneOwner(_id), secrets),
    phoneHash: phoneHash(persona.phone, secrets),
    employment,
    status,
    ...(orgId !== undefined && { orgId, orgName: unionOf(orgId).name }),
    ...(memberNo !== undefined && { memberNo }),
    prefs: { largeText },
    consents: Object.fromEntries(consents.map(({ purpose, textVersion }) => [purpose, textVersion])),
    outbox: [],
  }
  return { person, consents }
}

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高罗郑'
const GIVEN = [
  '建国',
  '秀英',
  '海燕',
  '志强',
  '晓梅',
  '立新',
  '春华',
  '永安',
  '丽娟',
  '国栋',
  '文静',
  '大勇',
  '小军',
  '玉兰',
  '明远',
  '佳',
]
export const CROWD_NEW_FORMS = 160
const CROWD = 320
const NEW_FORMS: Employment[] = ['COURIER', 'RIDER', 'DRIVER']
const OTHERS: Employment[] = ['OFFICE', 'SANITATION', 'OTHER']

/** Invented people who hold the other places: the first CROWD_NEW_FORMS deliver or drive, the rest do not. */
export function crowd(): DemoPersona[] {
  return Array.from({ length: CROWD }, (_, i) => {
    const employments = i < CROWD_NEW_FORMS ? NEW_FORMS : OTHERS
    return {
      key: `crowd${i}`,
      openid: `oDemo-crowd-${i}`,
      name:
        SURNAMES.charAt(i % SURNAMES.length) + (GIVEN[Math.floor(i / SURNAMES.length) % GIVEN.length] ?? ''),
      note: '',
      phone: `1380001${String(i).padStart(4, '0')}`,
      person: { employment: employments[i % employments.length] ?? 'OTHER', status: 'REGISTERED' as const },
    }
  })
}
