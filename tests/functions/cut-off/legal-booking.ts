/** The writes of booking a lawyer, cut off. */
import { init } from '@cloudbase/node-sdk'
import { agreements } from '../../../miniprogram/shared/agreements'
import type { Appointment, Consent, Person, Place } from '../../../typings/documents'
import type { WriteCase } from '../cut-off'
import { booking, legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { ok, personId } from '../world'
import { count, name, one, someone } from './account-stage'

/** Somebody who may book, and a free slot of a lawyer of their own. */
async function slotAndWorker(world: World) {
  const [legal, openid, lawyer] = [legalFixture(world), name('client'), name('lawyer')]
  await legal.workers(openid)
  if ((await world.cloud.count('legal_services', { _id: 'ls_labour' })) === 0) await legal.service()
  const lawyerId = await legal.lawyer(lawyer)
  const [slotId = ''] = await legal.slots(lawyerId, [tenOclock(world, 3)])
  return { legal, openid, lawyer, slotId }
}
const placeOf = (world: World, pool: string) => one<Place>(world, 'places', { pool })

const book: WriteCase = {
  name: 'legal.book',
  async arrange(world) {
    const { openid, slotId } = await slotAndWorker(world)
    return {
      call: () => world.legal(openid, 'book', booking(slotId)),
      async after() {
        const appointment = await one<Appointment>(world, 'appointments', { personId: personId(openid) })
        const { rid, state, holder } = await placeOf(world, slotId)
        expect([rid, state, holder]).toEqual([appointment.rid, 'HELD', personId(openid)])
      },
    }
  },
}

const cancel: WriteCase = {
  name: 'legal.cancel',
  async arrange(world) {
    const { legal, openid, slotId } = await slotAndWorker(world)
    const { _id: appointmentId } = await legal.appointment(openid, slotId)
    return {
      call: () => world.legal(openid, 'cancel', { appointmentId }),
      async after() {
        const { state, liveKey } = await one<Appointment>(world, 'appointments', { _id: appointmentId })
        expect([state, liveKey]).toEqual(['CANCELLED', appointmentId])
        expect((await placeOf(world, slotId)).state).toBe('FREE')
      },
    }
  },
}

const rate: WriteCase = {
  name: 'legal.rate',
  async arrange(world) {
    const { legal, openid, slotId } = await slotAndWorker(world)
    const { _id: appointmentId } = await legal.appointment(openid, slotId, { state: 'DONE' })
    return {
      call: () => world.legal(openid, 'rate', { appointmentId, score: 5, text: '谢谢' }),
      async after() {
        const { state, score } = await one<Appointment>(world, 'appointments', { _id: appointmentId })
        expect([state, score]).toEqual(['RATED', 5])
      },
    }
  },
}

const fileAdd: WriteCase = {
  name: 'legal.fileAdd',
  async arrange(world) {
    const openid = await someone(world, 'files')
    const { TCB_CONTEXT_CNFG = '' } = world.cloud.sdk()
    const { URL: serviceUrl } = JSON.parse(TCB_CONTEXT_CNFG) as { URL: string }
    const app = init({ env: 'local', secretId: 'test', secretKey: 'test', serviceUrl })
    const cloudPath = `legal/cut/${count()}.pdf`
    const { fileID } = await app.uploadFile({ cloudPath, fileContent: Buffer.from('%PDF-1.7') })
    return {
      call: () => world.legal(openid, 'fileAdd', { fileId: fileID }),
      async after() {
        expect(await world.cloud.count('files', { ownerId: personId(openid), fileId: fileID })).toBe(1)
      },
    }
  },
}

const consent = (give: boolean): WriteCase => ({
  name: `account.consentSet ${give ? 'given' : 'taken back'}`,
  async arrange(world) {
    const openid = await someone(world, 'consent')
    const { version } = agreements.LEGAL_SENSITIVE
    const say = (give: boolean) =>
      world.account(openid, 'consentSet', { purpose: 'LEGAL_SENSITIVE', version, give })
    if (!give) ok(await say(true))
    return {
      call: () => say(give),
      async after() {
        const where = { personId: personId(openid), purpose: 'LEGAL_SENSITIVE' }
        const rows = await world.cloud.find<Consent>('consents', where)
        expect(rows.map(row => row.give)).toEqual(give ? [true] : [true, false])
        const { consents } = await one<Person>(world, 'persons', { _id: personId(openid) })
        expect(consents.LEGAL_SENSITIVE).toBe(give ? version : undefined)
      },
    }
  },
})

export const cases: WriteCase[] = [book, cancel, rate, fileAdd, consent(true), consent(false)]
