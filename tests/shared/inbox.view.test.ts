import { readFileSync } from 'node:fs'
import path from 'node:path'
import { noticeTexts } from '../../miniprogram/shared/notice-texts'
import { inboxView } from '../../miniprogram/pages/inbox/inbox.view'
import type { InboxItem } from '../../typings/api/account'
import type { Trigger } from '../../typings/documents'
import { NOW, at } from './sample'

const item = (noticeId: string, time: string, read = true): InboxItem => ({
  noticeId,
  trigger: 'OFFERED',
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

test('every kind of notice has an icon, and it is drawn', () => {
  const sheet = readFileSync(path.join(__dirname, '../../miniprogram/components/icon/icon.wxss'), 'utf8')
  const triggers = Object.keys(noticeTexts) as Trigger[]
  const items = triggers.map(trigger => ({ ...item(trigger, '2026-09-16T09:58:00'), trigger }))
  const view = inboxView({ items }, NOW)
  const icons = view.kind === 'ready' ? view.groups.flatMap(({ lines }) => lines.map(({ icon }) => icon)) : []
  expect(icons).toHaveLength(triggers.length)
  for (const icon of icons) expect(sheet).toMatch(`.icon-${icon} {`)
})
