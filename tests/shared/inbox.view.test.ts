import { inboxView } from '../../miniprogram/pages/inbox/inbox.view'
import type { InboxItem } from '../../typings/api/account'
import { NOW, at } from './sample'

const item = (noticeId: string, time: string, read = true): InboxItem => ({
  noticeId,
  title: '有名额了',
  body: '请在14:20前确认。',
  page: '/packages/activities/pages/queue/queue?session=s2',
  at: at(time),
  read,
})

test('notices of today stand apart with their hour, older ones with their day', () => {
  const items = [
    item('n1', '2026-09-16T09:58:00', false),
    item('n2', '2026-09-15T23:59:00'),
    item('n3', '2026-09-14T10:00:00'),
  ]
  const view = inboxView({ items }, NOW)
  expect(view).toMatchObject({
    groups: [
      {
        title: '今天',
        lines: [{ at: '09:58', read: false, label: expect.stringMatching(/^未读，有名额了/) }],
      },
      { title: '更早', lines: [{ at: '昨天' }, { at: '9月14日' }] },
    ],
    unread: true,
    end: '没有更多了',
  })
})

test('when all is read there is nothing to mark, and without notices the page is empty', () => {
  expect(inboxView({ items: [item('n1', '2026-09-14T10:00:00')], next: 'c' }, NOW)).toMatchObject({
    groups: [{ title: '更早' }],
    unread: false,
    end: '正在加载更多',
  })
  expect(inboxView({ items: [] }, NOW)).toEqual({ kind: 'empty' })
})
