import { clock } from '../../shared/time'

/** What the strip says of a copy taken at `copyAt`; '' when the content is fresh. */
export const stripWords = (copyAt: number | undefined): string =>
  copyAt === undefined ? '' : `当前无网络，显示的是${clock(copyAt)}的内容`
