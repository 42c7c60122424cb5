import type { InboxItem } from '../../../typings/api/account'
import { failedView } from '../../components/failure-card/failed'
import { accounts } from '../../services/account'
import { attempt, say } from '../../services/attempt'
import { serverNow } from '../../services/clock'
import { openPage } from '../../services/open-page'
import { enter, frame, once, type Tapped } from '../../services/page'
import { paged, readFirst, readMore } from '../../services/paged'
import { reading } from '../../services/reading'
import { learnUnread } from '../../services/unread'
import { inboxView, type InboxView } from './inbox.view'

const idOf = ({ noticeId }: InboxItem): string => noticeId

Page({
  ...reading,
  data: { ...frame, busy: false, view: { kind: 'loading' } as InboxView },
  list: paged<InboxItem>(),

  onShow() {
    enter(this)
    void this.load()
  },
  onReachBottom() {
    void this.loadMore()
  },
  async load() {
    const read = await readFirst(this.list, 'inbox', () => accounts.inbox({}))
    if (!read) return
    if (!read.ok) return this.setData({ view: failedView(read.failure) })
    this.show()
  },
  async loadMore() {
    if (await readMore(this.list, idOf, cursor => accounts.inbox({ cursor }))) this.show()
  },
  show() {
    this.setData({ view: inboxView(this.list, serverNow()) })
  },
  markRead(ids?: string[]) {
    this.list.items = this.list.items.map(item =>
      !ids || ids.includes(item.noticeId) ? { ...item, read: true } : item,
    )
    this.show()
  },
  onReadAll() {
    return once(this, async () => {
      const marked = await attempt(() => accounts.inboxRead({ all: true }))
      if (!marked.ok) return say(marked.failure)
      learnUnread(marked.value.unread)
      this.markRead()
    })
  },
  async onOpen(event: Tapped<{ id: string; page: string; read: boolean }>) {
    const { id, page, read } = event.currentTarget.dataset
    if (page) openPage(page)
    if (read) return
    // Without a network it stays unread; what it says is on the screen all the same.
    const marked = await attempt(() => accounts.inboxRead({ ids: [id] }))
    if (!marked.ok) return
    learnUnread(marked.value.unread)
    this.markRead([id])
  },
})
