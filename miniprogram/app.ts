import { onNetwork, watchNetwork } from './services/network'
import { sendReports } from './services/subscribe'
import { sendScans } from './services/venue-queue'

/** What was kept while there was no network. */
function sendKept(): void {
  void sendReports()
  void sendScans()
}

App({
  onLaunch() {
    wx.cloud.init({ traceUser: false })
    watchNetwork()
    onNetwork(online => online && sendKept())
    sendKept()
  },
})
