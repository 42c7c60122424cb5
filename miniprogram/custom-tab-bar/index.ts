/**
 * The four tabs. WeChat wants this file here under this name. A tab page sets `value`, `large` and `unread` when it
 * is shown.
 */
const tabs = [
  { key: 'home', text: '首页', icon: 'home' },
  { key: 'activity', text: '活动', icon: 'calendar' },
  { key: 'service', text: '服务', icon: 'app' },
  { key: 'mine', text: '我的', icon: 'user' },
]

Component({
  data: { value: 'home', large: false, unread: false, tabs },
  methods: {
    onChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const key = event.detail.value
      void wx.switchTab({ url: `/pages/${key}/${key}` })
    },
  },
})
