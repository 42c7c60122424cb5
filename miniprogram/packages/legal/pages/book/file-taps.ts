import { attempt } from '../../../../services/attempt'
import { legal } from '../../../../services/legal'
import { opId } from '../../../../services/op-id'
import type { Told } from '../../../../services/page'
import { chooseFiles, choosePictures, sendFile, type ChosenFile } from '../../../../services/upload'
import type { BookPage } from './book-page'
import { endingOf, fileProblem, type WaitingFile } from './files'
import { MOST_FILES } from './intake'

const FOLDER = 'legal'
type WithWait = BookPage & {
  add(choose: (most: number) => Promise<ChosenFile[]>): Promise<void>
  send(key: string): Promise<void>
}

/** Material for the lawyer: nothing leaves the phone before the person agreed. */
export const fileTaps = {
  onPicture(this: WithWait) {
    return this.add(choosePictures)
  },
  onDocument(this: WithWait) {
    return this.add(chooseFiles)
  },
  async add(this: WithWait, choose: (most: number) => Promise<ChosenFile[]>) {
    if (!this.askConsent()) return
    const most = MOST_FILES - this.draft.files.length - this.waiting.length
    const chosen = await choose(most)
    if (chosen.length === 0) return
    const taken = this.draft.files.length + this.waiting.length
    const added = chosen.slice(0, most).map(({ name, path, bytes }, i): WaitingFile => {
      const file = { name: name || `照片 ${taken + i + 1}`, path, bytes }
      return { key: opId(), ...file, progress: 0, problem: fileProblem(file), again: false }
    })
    this.waiting = [...this.waiting, ...added]
    this.show()
    const able = added.filter(({ problem }) => problem === '')
    if (able.length === 0) return
    if (!(await this.giveConsent())) {
      this.waiting = this.waiting.filter(({ key }) => !able.some(one => one.key === key))
      return this.show()
    }
    for (const { key } of able) await this.send(key)
  },
  /** One after another: a phone's line is narrow. */
  async send(this: WithWait, key: string) {
    const file = this.waiting.find(one => one.key === key)
    if (!file) return
    const update = (change: Partial<WaitingFile>) => {
      this.waiting = this.waiting.map(one => (one.key === key ? { ...one, ...change } : one))
      this.show()
    }
    update({ problem: '', progress: 0, again: false })
    const sent = await attempt(async () => {
      const fileId = await sendFile(FOLDER, file.path, endingOf(file), progress => update({ progress }))
      return legal.fileAdd({ fileId })
    })
    // taken away while it was on its way
    if (!this.waiting.some(one => one.key === key)) return
    if (!sent.ok) {
      const refused = sent.failure.code === 'FILE_REJECTED' || sent.failure.code === 'CONTENT_RISKY'
      return update({ problem: sent.failure.sentence, again: !refused })
    }
    const { files } = this.draft
    this.waiting = this.waiting.filter(one => one.key !== key)
    if (!files.some(({ id }) => id === sent.value.id))
      this.change({ files: [...files, { ...sent.value, name: file.name }] })
    this.show()
  },
  onFileAgain(this: WithWait, event: Told<{ key: string }>) {
    void this.send(event.detail.key)
  },
  onFileRemove(this: WithWait, event: Told<{ key: string }>) {
    const { key } = event.detail
    this.waiting = this.waiting.filter(one => one.key !== key)
    this.change({ files: this.draft.files.filter(({ id }) => id !== key) })
    this.show()
  },
}
