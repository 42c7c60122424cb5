import { accounts } from '../../../../services/account'
import { attempt, say } from '../../../../services/attempt'
import { forget } from '../../../../services/cached'
import type { Failure } from '../../../../services/failure'
import { callHotline } from '../../../../services/hotline'
import { legal } from '../../../../services/legal'
import { once, type Told } from '../../../../services/page'
import { addToCalendar } from '../../../../services/phone-calendar'
import { askForMessages } from '../../../../services/subscribe'
import { agreements } from '../../../../shared/agreements'
import { appointmentTitle } from '../../../../shared/legal-words'
import type { BookPage } from './book-page'
import { doneView, slotLine } from './book.view'
import { emptyDraft, intakeOf } from './intake'
import { forgetIntake } from './intake-draft'
import { modeHints } from './review.view'
import { refusalOf, stepOf } from './refusal'
import { nearestTo } from './slot-choice'

const PURPOSE = 'LEGAL_SENSITIVE'
const PAGES = '/packages/legal/pages'
type WithSubmit = BookPage & {
  submit(): Promise<void>
  booked(appointmentId: string): void
  refused(failure: Failure): Promise<void>
}

/** From the summary to the appointment, or to what else there is. */
export const submitTaps = {
  onAgree(this: BookPage, event: Told<{ checked: boolean }>) {
    this.setData({ agreed: event.detail.checked, reminded: false })
  },
  /** False, with a word about it, while the box is not ticked. */
  askConsent(this: BookPage): boolean {
    if (this.data.agreed) return true
    this.setData({ reminded: true })
    return false
  },
  /** Tells the server once what was agreed to. */
  async giveConsent(this: BookPage): Promise<boolean> {
    if (this.consented) return true
    const { version } = agreements[PURPOSE]
    const given = await attempt(() => accounts.consentSet({ purpose: PURPOSE, version, give: true }))
    this.consented = given.ok
    if (given.ok) return true
    if (given.failure.code === 'NEED_REGISTER') this.register()
    else say(given.failure)
    return false
  },
  onSubmit(this: WithSubmit) {
    if (!this.askConsent()) return
    // WeChat takes the question only inside the tap
    const asked = askForMessages(['T_APPT'])
    return once(this, async () => {
      await asked
      if (await this.giveConsent()) await this.submit()
    })
  },
  async submit(this: WithSubmit) {
    const { service, draft, serviceId } = this
    const intake = service && intakeOf(draft, service)
    const { slot, mode } = draft
    if (!intake || !mode) return
    if (!slot) return this.goTo('choose')
    const { slotId } = slot
    const taken = await attempt(() => legal.book({ slotId, serviceId, mode, intake }))
    return taken.ok ? this.booked(taken.value.appointmentId) : this.refused(taken.failure)
  },
  booked(this: BookPage, appointmentId: string) {
    const view = doneView(appointmentId, this.draft)
    forgetIntake(this.serviceId)
    // what the phone remembers is from before
    for (const key of ['legalMenu', 'legalMine', 'agenda']) forget(key)
    this.setData({ view })
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
  },
  async refused(this: BookPage, failure: Failure) {
    const { code } = failure
    if (code === 'NEED_REGISTER') return this.register()
    if (code === 'NEED_CONSENT' || code === 'CONSENT_STALE') {
      this.consented = false
      this.setData({ agreed: false, reminded: true })
      return say(failure)
    }
    const step = stepOf(failure)
    if (step) {
      this.editing = true
      return this.goTo(step, failure.sentence)
    }
    const refusal = refusalOf(failure)
    if (!refusal) return say(failure)
    const { slot } = this.draft
    if (refusal.way !== 'SLOTS' || !slot) return this.setData({ offer: { ...refusal, slots: [] } })
    if (code === 'CONFLICT_LAWYER') this.declined = [...this.declined, slot.lawyerId]
    const unread = await this.readSlots()
    const near = unread ? [] : nearestTo(slot, this.free, this.declined)
    this.setData({ offer: { ...refusal, slots: near.map(slotLine) } })
  },
  onOffered(this: BookPage, event: Told<{ slotId: string }>) {
    const slot = this.free.find(({ slotId }) => slotId === event.detail.slotId)
    if (slot) this.change({ slot })
    this.setData({ offer: null })
    this.show()
  },
  onOtherTime(this: BookPage) {
    this.setData({ offer: null })
    this.change({ slot: undefined })
    this.goTo('choose')
  },
  async onWritten(this: BookPage) {
    this.setData({ offer: null })
    this.change({ mode: 'TEXT', slot: undefined })
    this.goTo('choose')
    await this.load()
  },
  onMine(this: BookPage) {
    this.setData({ offer: null })
    void wx.navigateTo({ url: `${PAGES}/mylist/mylist` })
  },
  onOfferClose(this: BookPage) {
    this.setData({ offer: null })
  },
  onCalendar(this: BookPage) {
    const { slot, mode } = this.draft
    if (!slot || !mode) return
    const { startAt, endAt, site } = slot
    addToCalendar({
      title: appointmentTitle(mode),
      ...{ startAt, endAt, location: site, description: modeHints[mode] },
    })
  },
  onAppointment(this: BookPage & { data: { view: { appointmentId?: string } } }) {
    const { appointmentId = '' } = this.data.view
    this.draft = emptyDraft
    void wx.redirectTo({ url: `${PAGES}/appointment/appointment?id=${appointmentId}` })
  },
  onCall: callHotline,
}
