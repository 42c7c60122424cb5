import type { Host } from '../host'
import { account } from './account'
import { actionSheet } from './action-sheet'
import { appInfo } from './app-info'
import { audio } from './audio'
import { calendar } from './calendar'
import { canIUse } from './can-i-use'
import { chooseLocation } from './choose-location'
import { clipboard } from './clipboard'
import { cloud } from './cloud'
import { connect } from './connection'
import { drawDevice } from './device'
import { fileAddress } from './file-address'
import { fileSystem } from './file-system'
import { fileTransfer } from './file-transfer'
import { Listeners } from './listeners'
import { readState } from './local-cloud'
import { openLocation } from './location'
import { media } from './media'
import { modal } from './modal'
import { navigation } from './navigation'
import { network } from './network'
import { openType, openTypes } from './open-type'
import { page } from './page'
import type { Phone } from './phone'
import { phoneCall } from './phone-call'
import { picture } from './picture'
import { privacy } from './privacy'
import { scan } from './scan'
import { screen } from './screen'
import { shareMenu } from './share'
import { shiftDate } from './shifted-date'
import type { StatusBar } from './status-bar'
import { storage } from './storage'
import { subscription } from './subscription'
import { systemInfo } from './system-info'
import { TemporaryFiles } from './temporary-files'
import { themeChange } from './theme'
import { toast } from './toast'
import { windowResize } from './window-resize'
import { loud } from './wx'

/** Before any app code: the local cloud's time in `Date`, the phone around the pages, and `wx`. */
export async function startServices(host: Host): Promise<void> {
  const state = await readState()
  const bridge = connect(state)
  shiftDate(globalThis, () => bridge.clockOffset())
  const files = new TemporaryFiles()
  const phone: Phone = { host, bridge, state, files }
  const sharing = shareMenu()
  const bar = drawDevice(phone, sharing.shareHidden)
  const provided = { ...calls(phone, bar), ...sharing.calls }
  Object.assign(globalThis, { wx: loud({ ...provided, canIUse: canIUse(provided, openTypes) }) })
  host.fileUrl = source => fileAddress(files, source)
  host.openType = (type, button) => openType(phone, type, button)
  // WeChat's scanner opens the running app anew at the code's page.
  bridge.onOpen(path => void host.reLaunch(`/${path}`))
}

function calls(phone: Phone, bar: StatusBar) {
  const { host } = phone
  const toasts = toast(phone)
  const weight = new Listeners<object>()
  return {
    ...navigation(phone),
    ...toasts,
    ...modal(phone),
    ...actionSheet(phone),
    ...storage(phone),
    ...network(phone),
    ...systemInfo(phone),
    ...appInfo(phone),
    ...themeChange(),
    ...windowResize(),
    ...page(phone, bar),
    ...scan(phone),
    ...media(phone),
    ...picture(phone),
    ...fileTransfer(phone),
    ...fileSystem(phone),
    ...audio(),
    ...phoneCall(phone),
    ...clipboard(toasts.showToast),
    ...screen(),
    ...calendar(phone),
    ...openLocation(phone),
    ...chooseLocation(phone),
    ...privacy(phone),
    ...account(),
    ...subscription(phone),
    ...cloud(phone),
    createAnimation: (options?: unknown) => host.createAnimation(options),
    createSelectorQuery: () => host.createSelectorQuery(),
    createIntersectionObserver: (component: unknown, options: unknown) =>
      host.createIntersectionObserver(component, options),
    // The capsule never changes its weight here.
    onMenuButtonBoundingClientRectWeightChange: weight.on,
    offMenuButtonBoundingClientRectWeightChange: weight.off,
  }
}
