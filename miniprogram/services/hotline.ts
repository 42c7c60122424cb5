import { HOTLINE } from '../shared/services'

/** Asks WeChat to dial; declining to is an answer too. */
export function callHotline(): void {
  wx.makePhoneCall({ phoneNumber: HOTLINE, fail: () => undefined })
}
