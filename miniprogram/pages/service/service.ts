import { callHotline } from '../../services/hotline'
import { enterTab, frame, type Tapped } from '../../services/page'
import { HOTLINE, unionServices, type UnionService } from '../../shared/services'

/** The grid needs nothing from the server: it is the same with and without a network. */
Page({
  data: {
    ...frame,
    services: unionServices,
    hotline: HOTLINE,
    sheet: unionServices[0] as UnionService,
    sheetOpen: false,
  },
  onShow() {
    enterTab(this, 'service')
  },
  onService(event: Tapped<{ key: string }>) {
    const sheet = unionServices.find(service => service.key === event.currentTarget.dataset.key)
    if (sheet?.page) return void wx.navigateTo({ url: sheet.page })
    if (sheet) this.setData({ sheet, sheetOpen: true })
  },
  onSheetClose() {
    this.setData({ sheetOpen: false })
  },
  onCall: callHotline,
})
