import { maskPhone } from '../../miniprogram/shared/mask'
import { DEMO_START } from '../clock/clock'
import type { Demo, DemoWorld } from '../cloud/demo'
import type { Doc } from '../cloud/database/database'
import { printedCodes } from './codes'
import { mapPlaces } from './map-places'
import { personas } from './personas'
import type { Seed } from './seed'
import { seed } from './seed'

/** Written last: when they are there, everything is. */
const LAST = 'orgs'

/** Fills an empty database, once; what is there already stays as it is. */
export async function demo({ database, keys }: DemoWorld): Promise<Demo> {
  const secrets = { pepper: keys.GJ_PEPPER, keys: keys.GJ_KEYS }
  if ((await database.count(LAST, {})) === 0) await fill(database, seed(DEMO_START, secrets))
  return {
    personas: () =>
      personas.map(({ key, openid, name, note, phone }) => ({
        key,
        openid,
        name,
        note,
        phone: maskPhone(phone),
      })),
    codes: () => printedCodes(secrets),
    places: () => mapPlaces,
    phoneOf: openid => personas.find(persona => persona.openid === openid)?.phone,
  }
}

async function fill(database: DemoWorld['database'], { [LAST]: last, ...first }: Seed): Promise<void> {
  for (const [name, documents] of [...Object.entries(first), [LAST, last] as const])
    // one insert is one commit: a start that was cut off left a collection whole or empty, and what else is there stays
    if ((await database.count(name, {})) === 0) await database.insert(name, documents as unknown as Doc[])
}
