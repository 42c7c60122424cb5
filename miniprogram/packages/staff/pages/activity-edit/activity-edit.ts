import type { Editable } from '../../../../../typings/api/activity'
import type { ActivityDraft, DraftSession, Question } from '../../../../../typings/documents'
import { failedView } from '../../../../components/failure-card/failed'
import { boot } from '../../../../services/account'
import { attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { forgetWriting, keepWriting, type Writing } from '../../../../services/draft'
import { AppFailure } from '../../../../services/failure'
import { isOnline, onNetwork } from '../../../../services/network'
import { enter, frame, leave, type Tapped } from '../../../../services/page'
import { openPreview } from '../../../../services/preview'
import type { Picture } from '../../../../services/upload'
import type { OrgOption } from '../../components/org-sheet/org-pages'
import type { Difference } from '../../draft/difference'
import type { DraftProblem } from '../../draft/draft-problems'
import { previewOf } from '../../draft/preview'
import { editView, type EditView } from './activity-edit.view'
import { conflictTaps } from './conflict-taps'
import type { Consequence } from './consequences'
import { coverTaps } from './cover-taps'
import type { Sheet } from './edit-page'
import { fieldTaps } from './field-taps'
import { openWriting, type Wanted } from './open-writing'
import { afterOptions, cancelOptions, modeOptions } from './options'
import { stillWrong, withSession, yuanOf, type Part } from './parts'
import { publishTaps } from './publish-taps'
import { sessionTaps } from './session-taps'

Page({
  ...fieldTaps,
  ...sessionTaps,
  ...coverTaps,
  ...publishTaps,
  ...conflictTaps,
  data: {
    ...frame,
    busy: false,
    uploading: false,
    unsent: false,
    view: { kind: 'loading' } as EditView,
    /** What is typed is told to the page and not printed again: the cursor stays where it is. */
    typed: { title: '', body: '', notes: [] as string[], yuan: '' },
    sheet: '' as Sheet,
    session: null as DraftSession | null,
    question: null as Question | null,
    audience: null as ActivityDraft['audience'] | null,
    form: null as Pick<ActivityDraft, 'kind' | 'mode' | 'orgId' | 'art' | 'coverId'> | null,
    kindAnchor: '',
    cancelKey: '',
    managed: [] as Editable['sessions'],
    orgs: [] as OrgOption[],
    conflicts: [] as Difference[],
    conflictBy: '',
    steps: [] as Consequence[],
    done: '',
    afterOptions,
    cancelOptions,
    modeOptions,
  },
  wanted: {} as Wanted,
  name: '',
  writing: undefined as Writing | undefined,
  editable: undefined as Editable | undefined,
  theirs: undefined as Editable | undefined,
  keptAt: undefined as number | undefined,
  resumed: false,
  problems: [] as DraftProblem[],
  orgName: '',
  picture: undefined as Picture | undefined,
  /** Address of the cover: the picture on this phone, until the server gives one. */
  cover: '',
  at: 0,
  stopListening: () => {},

  onLoad(query: Wanted) {
    this.wanted = query
    this.stopListening = onNetwork(() => (this.writing ? this.show() : void this.load()))
    void this.load()
  },
  onShow() {
    enter(this)
  },
  onUnload() {
    this.stopListening()
  },
  async load() {
    const read = await attempt(async () => {
      const { roles } = (await boot()).value
      const editing = roles.filter(({ caps }) => caps.includes('EDIT'))
      const [first] = editing
      if (!first) throw new AppFailure('NO_PERMISSION')
      this.setData({ orgs: editing.map(({ orgId, orgName }) => ({ orgId, name: orgName })) })
      return openWriting(this.wanted, first.orgId, serverNow())
    })
    if (!read.ok) return this.setData({ view: failedView(read.failure, '本机写过的内容还在。') })
    const { name, writing, editable, keptAt, theirs } = read.value
    this.name = name
    this.writing = writing
    this.editable = editable
    this.keptAt = keptAt
    this.resumed = keptAt !== undefined && !writing.activityId
    this.cover = editable?.coverUrl ?? ''
    this.orgName = editable?.orgName ?? this.ownOrg(writing.draft.orgId)
    this.fill()
    this.show()
    this.setData({ kindAnchor: `kind-${writing.draft.kind}` })
    if (theirs) this.openConflict(theirs)
  },
  ownOrg(orgId: string): string {
    return this.data.orgs.find(org => org.orgId === orgId)?.name ?? ''
  },
  /** Prints what was typed: after reading, and after taking somebody else's version. */
  fill() {
    const draft = this.writing?.draft
    if (!draft) return
    const { title, body, notes, budgetFen } = draft
    this.setData({ typed: { title, body, notes, yuan: yuanOf(budgetFen) } })
  },
  show() {
    const { writing, editable, keptAt, problems, orgName, resumed } = this
    if (!writing) return
    const { draft } = writing
    const { kind, mode, orgId, art, coverId, audience } = draft
    const cover = coverId ? this.cover : ''
    this.setData({
      view: editView({ draft, editable, orgName, cover, keptAt, problems, resumed, online: isOnline() }),
      form: { kind, mode, orgId, art, coverId },
      audience,
      cancelKey: String(draft.cancelBeforeMin),
      session: draft.sessions[this.at] ?? null,
      question: draft.questions[this.at] ?? null,
      managed: editable?.sessions ?? [],
    })
  },
  keep() {
    if (this.writing) this.keptAt = keepWriting(this.name, this.writing)
  },
  change(change: Part) {
    if (!this.writing) return
    this.writing = { ...this.writing, draft: { ...this.writing.draft, ...change } }
    this.problems = stillWrong(this.problems, change)
    this.keep()
    this.show()
  },
  changeSession(change: Partial<DraftSession>, index?: number) {
    if (this.writing) this.change({ sessions: withSession(this.writing.draft, index ?? this.at, change) })
  },
  /** Opens what changes one field. */
  open(sheet: Sheet, at = 0) {
    this.at = at
    this.show()
    this.setData({ sheet })
  },
  onOpen(event: Tapped<{ sheet: Sheet; at?: number }>) {
    const { sheet, at } = event.currentTarget.dataset
    // what cannot be changed any more opens nothing
    if (sheet === 'mode' && this.editable?.state === 'PUBLISHED') return
    this.open(sheet, at)
  },
  onClose() {
    this.setData({ sheet: '' })
  },
  onPreview() {
    if (!this.writing) return
    const { orgName, cover: coverUrl } = this
    openPreview(previewOf(this.writing.draft, { orgName, coverUrl, now: serverNow() }))
  },
  onRestart() {
    forgetWriting(this.name)
    this.writing = undefined
    this.problems = []
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onPoster() {
    void wx.redirectTo({ url: `/packages/staff/pages/poster/poster?id=${this.name}` })
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onLeave: leave,
})
