import type { Art } from '../../../../../typings/documents'
import { attempt } from '../../../../services/attempt'
import type { Told } from '../../../../services/page'
import { choosePicture, uploadPicture, type Picture } from '../../../../services/upload'
import type { EditPage } from './edit-page'
import { stillWrong } from './parts'

/** Bytes of a cover that the server takes. */
const MOST_BYTES = 2 * 1024 * 1024

/** The picture that was chosen and did not arrive: it is sent again, without choosing again. */
const unsent = ({ problems, picture }: EditPage): Picture | undefined =>
  problems.some(({ field }) => field === 'coverId') ? picture : undefined

/** The cover: one of the drawings, or a photo in the cloud's storage. */
export const coverTaps = {
  onArt(this: EditPage, event: Told<{ art: Art }>) {
    this.picture = undefined
    this.change({ art: event.detail.art, coverId: '' })
  },
  async onPhoto(this: EditPage) {
    const picture = unsent(this) ?? (await choosePicture())
    if (!picture) return
    const failed = (text: string) => {
      this.problems = [...stillWrong(this.problems, { coverId: '' }), { field: 'coverId', text }]
      this.show()
    }
    if (picture.bytes > MOST_BYTES) {
      this.picture = undefined
      return failed('照片超过 2 MB，请换一张小一些的。')
    }
    this.picture = picture
    this.setData({ uploading: true })
    const sent = await attempt(() => uploadPicture('covers', picture))
    this.setData({ uploading: false })
    if (!sent.ok) return failed(`${sent.failure.sentence}照片没有传上去。`)
    this.cover = picture.path
    this.change({ coverId: sent.value })
    this.setData({ sheet: '' })
  },
}
