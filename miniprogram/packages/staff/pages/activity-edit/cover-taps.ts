import type { Art } from '../../../../../typings/documents'
import { attempt } from '../../../../services/attempt'
import { fittedPicture } from '../../../../services/fitted-picture'
import type { Told } from '../../../../services/page'
import { choosePicture, uploadPicture } from '../../../../services/upload'
import type { EditPage } from './edit-page'
import { stillWrong } from './parts'

/** The cover: one of the drawings, or a photo in the cloud's storage. */
export const coverTaps = {
  onArt(this: EditPage, event: Told<{ art: Art }>) {
    this.picture = undefined
    this.setData({ unsent: false })
    this.change({ art: event.detail.art, coverId: '' })
  },
  async onPhoto(this: EditPage) {
    const chosen = this.picture ?? (await choosePicture())
    if (!chosen) return
    const failed = (text: string) => {
      this.problems = [...stillWrong(this.problems, { coverId: '' }), { field: 'coverId', text }]
      this.show()
    }
    this.setData({ uploading: true })
    const picture = await fittedPicture(chosen)
    const sent = picture && (await attempt(() => uploadPicture('covers', picture)))
    this.picture = sent?.ok ? undefined : picture
    this.setData({ uploading: false, unsent: this.picture !== undefined })
    if (!sent) return failed('这张照片打不开或压缩不了，请换一张。')
    if (!sent.ok) return failed(`${sent.failure.sentence}照片没有传上去。`)
    this.cover = picture.path
    this.change({ coverId: sent.value })
    this.setData({ sheet: '' })
  },
}
