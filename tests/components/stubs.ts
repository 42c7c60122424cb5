import * as simulate from 'miniprogram-simulate'

/**
 * What the components under test draw with and are not tested here: TDesign's components under the paths they are used by,
 * and the icon, which app.json gives to every component, under its tag. Each is a tag that shows its slot and only what
 * ours rely on: a bar prints its title, a popup shows itself while `visible` and a tap beside it asks to close it.
 */
const stub = (id: string, tagName: string, definition: object): unknown =>
  simulate.load({ id, tagName, options: { classPrefix: tagName }, ...definition } as never)

stub('g-icon', 'g-icon', {
  properties: { name: String },
  template: '<view class="icon icon-{{name}}"></view>',
})

stub('tdesign-miniprogram/button/button', 't-button', { template: '<view class="button"><slot /></view>' })

stub('tdesign-miniprogram/navbar/navbar', 't-navbar', {
  options: { multipleSlots: true },
  properties: { title: String },
  template: '<text>{{title}}</text><slot name="left" />',
})

stub('tdesign-miniprogram/popup/popup', 't-popup', {
  properties: { visible: Boolean },
  methods: {
    leave(this: { triggerEvent(type: string, detail: object): void }) {
      this.triggerEvent('visible-change', { visible: false })
    },
  },
  template: '<view wx:if="{{visible}}"><view class="beside" bind:tap="leave"></view><slot /></view>',
})
