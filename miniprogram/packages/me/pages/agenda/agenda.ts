import { enter, frame } from '../../../../services/page'

Page({
  data: { ...frame },
  onShow() {
    enter(this)
  },
})
