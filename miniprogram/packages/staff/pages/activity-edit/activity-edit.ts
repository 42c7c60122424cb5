import type { Editable } from '../../../../../typings/api/activity'
import type { ActivityDraft, ActivityKind, ActivityMode, Art, DraftSession, Question } from '../../../../../typings/documents'
import { failedView } from '../../../../components/failure-card/failed'
import { boot } from '../../../../services/account'
import { activities, placesChanged } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { forgetWriting, keepWriting, type Writing } from '../../../../services/draft'
import { AppFailure, type Failure } from '../../../../services/failure'
import { isOnline, onNetwork } from '../../../../services/network'
import { enter, frame, leave, once, type Tapped, type Told } from '../../../../services/page'
import { openPreview } from '../../../../services/preview'
import { choosePicture, uploadPicture, type Picture } from '../../../../services/upload'
import type { OrgOption } from '../../components/org-sheet/org-sheet'
import { withKind } from '../../draft/defaults'
import { differences, merged, sameDraft, type Difference, type Side } from '../../draft/difference'
import { publishingProblems, savingProblems, type DraftProblem } from '../../draft/draft-problems'
import { previewOf } from '../../draft/preview'
import { withAnother, type After } from '../../draft/sessions'
import { editView, savedBy, type EditView } from './activity-edit.view'
import { consequences, type Consequence } from './consequences'
import { anchorOf, draftField } from './fields'
import { openWriting, type Wanted } from './open-writing'
import { afterOptions, cancelOptions, modeOptions } from './options'
import { saveWriting, writingOf } from './save-writing'
import { fenOf, newQuestion, replaced, stillWrong, trimmed, without, withSession, yuanOf, type Part } from './parts'

/** Bytes of a cover that the server takes. */
const MOST_BYTES = 2 * 1024 * 1024
const PAGES = '/packages/staff/pages'

type Sheet =
  | ''
  | 'time'
  | 'spot'
  | 'kept'
  | 'audience'
  | 'question'
  | 'cover'
  | 'org'
  | 'capacity'
  | 'after'
  | 'cancel'
  | 'mode'
  | 'confirm'
  | 'done'
  | 'conflict'

Page({
  data: {
    ...frame,
    busy: false,
    uploading: false,
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
  /** The picture on this phone, until the server gives its address. */
  picture: undefined as Picture | undefined,
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
    Object.assign(this, { name, writing, editable, keptAt, resumed: keptAt !== undefined && !writing.activityId })
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

  onTitle(event: Told<{ value: string }>) {
    this.change({ title: event.detail.value })
  },
  onBody(event: Told<{ value: string }>) {
    this.change({ body: event.detail.value })
  },
  onYuan(event: Told<{ value: string }>) {
    this.change({ budgetFen: fenOf(event.detail.value) })
  },
  onNote(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>) {
    const notes = this.writing?.draft.notes ?? []
    this.change({ notes: replaced(notes, event.currentTarget.dataset.index, event.detail.value) })
  },
  onAddNote() {
    this.change({ notes: [...(this.writing?.draft.notes ?? []), ''] })
    this.fill()
  },
  onRemoveNote(event: Tapped<{ index: number }>) {
    this.change({ notes: without(this.writing?.draft.notes ?? [], event.currentTarget.dataset.index) })
    this.fill()
  },
  onKind(event: Tapped<{ kind: ActivityKind }>) {
    if (this.writing) this.change(withKind(this.writing.draft, event.currentTarget.dataset.kind, serverNow()))
  },
  onGroup(event: Told<{ value: number }>) {
    this.change({ groupMax: event.detail.value })
  },

  /** Opens what changes one field; `at` is which session or question. */
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
  onOpenTime(event: Tapped<{ at: number }>) {
    this.open('time', event.currentTarget.dataset.at)
  },
  onOpenSpot(event: Tapped<{ at: number }>) {
    this.open('spot', event.currentTarget.dataset.at)
  },
  onOpenKept(event: Tapped<{ at: number }>) {
    this.open('kept', event.currentTarget.dataset.at)
  },
  onOpenCapacity(event: Tapped<{ at: number }>) {
    this.open('capacity', event.currentTarget.dataset.at)
  },
  onClose() {
    this.setData({ sheet: '' })
  },
  onTime(event: Told<{ session: DraftSession }>) {
    this.changeSession(event.detail.session)
  },
  onSpot(event: Told<{ spot: DraftSession['spot'] }>) {
    this.changeSession({ spot: event.detail.spot })
  },
  onKept(event: Told<{ kept: DraftSession['kept'] }>) {
    this.changeSession({ kept: event.detail.kept })
  },
  onPlaces(event: WechatMiniprogram.CustomEvent<{ value: number }, object, { at: number }>) {
    this.changeSession({ places: event.detail.value }, event.currentTarget.dataset.at)
  },
  onAfter(event: Told<{ key: After }>) {
    this.setData({ sheet: '' })
    if (this.writing) this.change({ sessions: withAnother(this.writing.draft.sessions, event.detail.key) })
  },
  onRemoveSession(event: Tapped<{ at: number }>) {
    this.change({ sessions: without(this.writing?.draft.sessions ?? [], event.currentTarget.dataset.at) })
  },
  onAudience(event: Told<{ audience: ActivityDraft['audience'] }>) {
    this.change(event.detail)
  },
  onCancelRule(event: Told<{ key: string }>) {
    this.setData({ sheet: '' })
    this.change({ cancelBeforeMin: Number(event.detail.key) })
  },
  onMode(event: Told<{ key: ActivityMode }>) {
    this.setData({ sheet: '' })
    this.change({ mode: event.detail.key })
  },
  onOrg(event: Told<OrgOption>) {
    const { orgId, name } = event.detail
    this.setData({ sheet: '' })
    this.orgName = name
    this.change({ orgId })
  },
  onAddQuestion() {
    const questions = this.writing?.draft.questions ?? []
    this.at = questions.length
    this.change({ questions: [...questions, newQuestion(questions)] })
    this.setData({ sheet: 'question' })
  },
  onQuestion(event: Told<{ question: Question }>) {
    this.change({ questions: replaced(this.writing?.draft.questions ?? [], this.at, event.detail.question) })
  },
  onRemoveQuestion() {
    this.setData({ sheet: '' })
    this.change({ questions: without(this.writing?.draft.questions ?? [], this.at) })
  },

  onArt(event: Told<{ art: Art }>) {
    this.picture = undefined
    this.change({ art: event.detail.art, coverId: '' })
  },
  async onPhoto() {
    // after a failure the same picture is sent again
    const picture = this.problems.some(({ field }) => field === 'coverId') ? this.picture : await choosePicture()
    if (!picture) return
    this.picture = picture
    if (picture.bytes > MOST_BYTES) return this.coverFailed('照片超过 2 MB，请换一张小一些的。')
    this.setData({ uploading: true })
    const sent = await attempt(() => uploadPicture('covers', picture))
    this.setData({ uploading: false })
    if (!sent.ok) return this.coverFailed(`${sent.failure.sentence}照片没有传上去。`)
    this.cover = picture.path
    this.change({ coverId: sent.value })
    this.setData({ sheet: '' })
  },
  coverFailed(text: string) {
    if (this.picture && this.picture.bytes > MOST_BYTES) this.picture = undefined
    this.problems = [...stillWrong(this.problems, { coverId: '' }), { field: 'coverId', text }]
    this.show()
  },

  onPreview() {
    if (!this.writing) return
    const { orgName, cover: coverUrl } = this
    openPreview(previewOf(this.writing.draft, { orgName, coverUrl, now: serverNow() }))
  },
  onRestart() {
    forgetWriting(this.name)
    Object.assign(this, { writing: undefined, keptAt: undefined, problems: [] })
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },

  onSave() {
    if (this.stopped(savingProblems)) return
    return once(this, async () => {
      if (await this.save()) void wx.showToast({ title: '草稿已保存', icon: 'none' })
    })
  },
  onSubmit() {
    const { editable } = this
    const inForce = editable?.sessions ?? []
    if (!this.writing || this.stopped(draft => publishingProblems(draft, inForce, serverNow()))) return
    const steps = consequences(editable, this.writing.draft)
    if (steps.some(({ heavy }) => heavy)) return this.setData({ steps, sheet: 'confirm' })
    return this.publish()
  },
  onConfirm() {
    this.setData({ sheet: '' })
    return this.publish()
  },
  /** Shows what is wrong at the fields, and the first of them; true when there is something. */
  stopped(check: (draft: ActivityDraft) => DraftProblem[]): boolean {
    if (!this.writing) return true
    return this.point(check(trimmed(this.writing.draft)))
  },
  point(problems: DraftProblem[]): boolean {
    this.problems = problems
    this.show()
    const [first] = problems
    if (!first) return false
    void wx.pageScrollTo({ selector: `#${anchorOf(first.field)}`, offsetTop: -120, duration: 200 })
    void wx.showToast({ title: problems.length === 1 ? first.text : `有 ${problems.length} 处要改`, icon: 'none' })
    return true
  },
  async save(): Promise<boolean> {
    const { writing } = this
    if (!writing) return false
    const saved = await attempt(() => saveWriting(writing, progress => this.progress(progress)))
    if (!saved.ok) {
      await this.refused(saved.failure)
      return false
    }
    this.adopt(saved.value, writing.draft)
    return true
  },
  progress(progress: Partial<Writing>) {
    if (this.writing) this.writing = { ...this.writing, ...progress }
    this.keep()
  },
  publish() {
    return once(this, async () => {
      const { writing, editable } = this
      if (!writing) return
      const saved = editable && sameDraft(editable.draft, trimmed(writing.draft))
      if (!saved && !(await this.save())) return
      const { activityId, rev } = this.editable ?? writing
      const submitted = await attempt(() => activities.submit({ activityId, rev }))
      if (!submitted.ok) return this.refused(submitted.failure)
      this.adopt(submitted.value, this.writing?.draft)
      placesChanged()
      const reviewing = submitted.value.state === 'REVIEWING' || submitted.value.draftState === 'REVIEWING'
      this.setData({ done: reviewing ? '已提交复核' : '已发布', sheet: 'done' })
    })
  },
  /** The server's answer stands; what was typed since `sent` stays. */
  adopt(editable: Editable, sent: ActivityDraft | undefined) {
    const typedSince = this.writing?.draft !== sent
    forgetWriting(this.name)
    this.editable = editable
    this.name = editable.activityId
    this.resumed = false
    this.problems = []
    this.orgName = editable.orgName
    if (editable.coverUrl) this.cover = editable.coverUrl
    const answered = writingOf(editable)
    this.writing = typedSince && this.writing ? { ...answered, draft: this.writing.draft } : answered
    this.keptAt = undefined
    if (typedSince) this.keep()
    this.show()
  },
  async refused(failure: Failure) {
    const { code, sentence, detail } = failure
    const activityId = this.writing?.activityId
    if (code === 'STALE_REV' && activityId) {
      const read = await attempt(() => activities.edit({ activityId }))
      return read.ok ? this.openConflict(read.value) : say(read.failure)
    }
    if (detail.field) this.point([{ field: draftField(detail.field), text: sentence }])
    else say(failure)
  },

  openConflict(theirs: Editable) {
    const { writing } = this
    if (!writing) return
    const nameOf = (orgId: string) => (orgId === theirs.draft.orgId ? theirs.orgName : this.ownOrg(orgId) || orgId)
    const conflicts = differences(writing.base, trimmed(writing.draft), theirs.draft, nameOf)
    this.theirs = theirs
    if (conflicts.length === 0) return this.take(theirs.draft)
    this.setData({ conflicts, conflictBy: savedBy(theirs), sheet: 'conflict' })
  },
  onMerge(event: Told<{ chosen: Partial<Record<string, Side>> }>) {
    if (this.theirs && this.writing)
      this.take(merged(trimmed(this.writing.draft), this.theirs.draft, event.detail.chosen))
  },
  /** Goes on from what the other saved, with this draft. */
  take(draft: ActivityDraft) {
    if (!this.theirs) return
    this.editable = this.theirs
    this.writing = { ...writingOf(this.theirs), draft }
    this.theirs = undefined
    this.keep()
    this.fill()
    this.show()
    this.setData({ sheet: '' })
    void wx.showToast({ title: '已合并，还没有保存', icon: 'none' })
  },

  async onCapacityChanged() {
    const activityId = this.writing?.activityId
    if (!activityId) return
    const read = await attempt(() => activities.edit({ activityId }))
    if (!read.ok) return say(read.failure)
    if (this.keptAt === undefined) this.adopt(read.value, this.writing?.draft)
    else this.openConflict(read.value)
  },
  onPoster() {
    void wx.redirectTo({ url: `${PAGES}/poster/poster?id=${this.name}` })
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onLeave: leave,
})
