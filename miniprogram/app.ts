import { watchNetwork } from './services/network'

App({
  onLaunch() {
    wx.cloud.init({ traceUser: false })
    watchNetwork()
  },
})
