import type { Spot } from '../../../../../typings/documents'

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>

/** Characters that the fields take. */
const LONGEST_NAME = 40
const LONGEST_ADDRESS = 80

const nowhere: Spot = { name: '', address: '', lng: 0, lat: 0 }

/** Where a session is: typed, or taken from the map; events `change` with the spot, and `close`. */
Component({
  properties: { visible: Boolean, spot: Object },
  data: { own: nowhere, hasMap: wx.canIUse('chooseLocation'), problem: '' },
  observers: {
    visible(visible: boolean) {
      // typing tells the page and is not told back: the cursor stays where it is
      if (visible) this.setData({ own: this.data.spot as Spot, problem: '' })
    },
  },
  methods: {
    tell(change: Partial<Spot>) {
      const own = { ...this.data.own, ...change }
      this.data.own = own
      this.triggerEvent('change', { spot: own })
    },
    onName(event: Typed) {
      this.tell({ name: event.detail.value })
    },
    onAddress(event: Typed) {
      // an address that is typed anew does not lie where the old one was
      this.tell({ address: event.detail.value, lng: 0, lat: 0 })
      if (this.data.own.lat) this.setData({ own: this.data.own })
    },
    onMap() {
      const { name, address, lng, lat } = this.data.own
      this.setData({ problem: '' })
      wx.chooseLocation({
        ...(lat && { latitude: lat, longitude: lng }),
        success: chosen => {
          this.tell({
            name: chosen.name.slice(0, LONGEST_NAME) || name,
            address: chosen.address.slice(0, LONGEST_ADDRESS) || address,
            lng: Number(chosen.longitude),
            lat: Number(chosen.latitude),
          })
          this.setData({ own: this.data.own })
        },
        fail: ({ errMsg }) => {
          // leaving the map is an answer too
          if (!errMsg.includes('cancel')) this.setData({ problem: '地图打不开，请直接填写名称和地址。' })
        },
      })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
