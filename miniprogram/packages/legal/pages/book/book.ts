import type { FreeSlots, LegalMenu, LegalService } from '../../../../../typings/api/legal'
import { failedView, type FailedView } from '../../../../components/failure-card/failed'
import { boot } from '../../../../services/account'
import { attempt } from '../../../../services/attempt'
import { cached, copyOf } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { legal } from '../../../../services/legal'
import { isOnline } from '../../../../services/network'
import { enter, frame } from '../../../../services/page'
import { reading } from '../../../../services/reading'
import { localDate } from '../../../../shared/time'
import { askTaps } from './ask-taps'
import type { Offer } from './book-page'
import { bookView, type BookView } from './book.view'
import { chooseTaps } from './choose-taps'
import { fileTaps } from './file-taps'
import { fileLines, type FileLine, type WaitingFile } from './files'
import { emptyDraft, fitting, type Draft } from './intake'
import { intakeDraft, keepIntake } from './intake-draft'
import { freeSlotsOf, type FreeSlot } from './slot-choice'
import { submitTaps } from './submit-taps'

const NOTHING: FreeSlots = { days: [], lawyers: [], slots: {} }
const KEPT = '您写的内容还在。'

const readMenu = async (): Promise<LegalMenu> =>
  copyOf<LegalMenu>('legalMenu')?.value ?? (await cached('legalMenu', () => legal.menu({}))).value

Page({
  ...reading,
  ...chooseTaps,
  ...askTaps,
  ...fileTaps,
  ...submitTaps,
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as BookView,
    /** Slots of another way are on their way. */
    reading: false,
    /** What is typed is told to the page and not printed again: the cursor stays where it is. */
    typed: { names: [''], facts: '' },
    claimType: '',
    keyDate: '',
    today: '',
    files: [] as FileLine[],
    problem: '',
    agreed: false,
    reminded: false,
    unknownOpen: false,
    offer: null as Offer | null,
  },
  serviceId: '',
  service: undefined as LegalService | undefined,
  draft: emptyDraft,
  slots: NOTHING,
  free: [] as FreeSlot[],
  date: '',
  declined: [] as string[],
  waiting: [] as WaitingFile[],
  editing: false,
  consented: false,
  guest: false,

  onLoad(query: { service?: string }) {
    this.serviceId = query.service ?? ''
    this.draft = intakeDraft(this.serviceId)
    this.waiting = []
    this.declined = []
    this.follow()
    void this.load()
  },
  onShow() {
    enter(this)
  },
  async load() {
    if (this.data.view.kind === 'done') return
    const read = await attempt(async () => {
      const [menu, who] = await Promise.all([readMenu(), boot()])
      return { service: menu.services.find(one => one.serviceId === this.serviceId), guest: !who.value.me }
    })
    if (!read.ok) return this.unread(failedView(read.failure, KEPT))
    const { service, guest } = read.value
    if (!service?.open) return this.setData({ view: { kind: 'closed' } })
    const first = this.service === undefined
    this.service = service
    this.guest = guest
    this.draft = fitting(this.draft, service)
    const failed = await this.readSlots()
    if (failed) return this.unread(failed)
    if (first) this.resume()
    this.fill()
    this.show()
  },
  /** What is being written goes on without a network; choosing a time does not. */
  unread(failed: FailedView) {
    if (this.service === undefined || this.draft.step === 'choose') return this.setData({ view: failed })
    this.fill()
    this.show()
  },
  async readSlots(): Promise<FailedView | undefined> {
    const { serviceId, draft } = this
    const { mode } = draft
    if (mode === '') return undefined
    const read = await attempt(() => legal.slots({ serviceId, mode }))
    // the answer to what was asked before comes too late
    if (mode !== this.draft.mode) return undefined
    if (!read.ok) return failedView(read.failure, KEPT)
    this.slots = read.value
    this.free = freeSlotsOf(read.value)
    return undefined
  },
  /** Back at what was begun: the time that was chosen may be gone. */
  resume() {
    const { slot, step } = this.draft
    if (!slot || this.free.some(({ slotId }) => slotId === slot.slotId)) return
    this.change({ slot: undefined, step: 'choose' })
    if (step !== 'choose')
      void wx.showToast({ title: '原来选的时段没有了，请另选，写的内容还在', icon: 'none' })
  },
  change(change: Partial<Draft>) {
    this.draft = { ...this.draft, ...change }
    keepIntake(this.serviceId, this.draft)
    this.setData({ problem: '' })
  },
  goTo(step: Draft['step'], problem = '') {
    this.change({ step })
    if (this.guest && step !== 'choose') return this.register()
    this.fill()
    this.setData({ problem, reminded: false })
    this.show()
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
  },
  /** Prints what was typed before. */
  fill() {
    const { opponents, facts } = this.draft
    this.setData({ typed: { names: opponents, facts } })
  },
  show() {
    const { service, draft, slots, free, date, declined, waiting } = this
    if (!service) return
    const now = serverNow()
    const known = { service, draft, slots, free, date, declined, online: isOnline(), now }
    this.setData({
      view: bookView({ ...known, filesWait: waiting.length }),
      files: fileLines(draft.files, waiting),
      claimType: draft.claimType,
      keyDate: draft.keyDate,
      today: localDate(now),
    })
  },
  register() {
    const next = encodeURIComponent(`/packages/legal/pages/book/book?service=${this.serviceId}`)
    void wx.redirectTo({ url: `/pages/register/register?next=${next}` })
  },
})
