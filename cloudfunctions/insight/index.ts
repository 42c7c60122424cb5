import { serve } from '../_kit/serve'
import { approvals } from './approvals'
import { desk } from './desk'
import { exportGet } from './export-get'
import { exportList } from './export-roster'
import { poster } from './poster'

export const main = serve('insight', {
  desk,
  approvals,
  export: exportList,
  exportGet,
  poster,
})
