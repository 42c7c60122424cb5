import {
  atTheDoor,
  scannedView,
  ticketView,
  venueWords,
} from '../../miniprogram/packages/activities/pages/ticket/ticket.view'
import type { VenueOutcome } from '../../miniprogram/services/venue-outcome'
import { messages } from '../../miniprogram/shared/errors'
import type { Ticket } from '../../typings/api/activity'
import { at, card, session } from './sample'

const ticket: Ticket = {
  activityId: 'a2',
  sessionId: 's2',
  title: '骑手夜校',
  startAt: card.startAt,
  endAt: card.endAt,
  spot: session.spot,
  no: 32,
  headcount: 1,
  unit: '名',
  freeUntil: at('2026-09-18T19:00:00'),
  phase: 'RUNNING',
  placeKey: 'ab'.repeat(32),
  windowSec: 30,
}
const door = at('2026-09-19T18:58:00')
const waiting: VenueOutcome = { kind: 'waiting', at: door }
const refused: VenueOutcome = {
  kind: 'refused',
  failure: { code: 'CODE_EXPIRED', sentence: messages.CODE_EXPIRED, detail: {} },
}
const done = (pending: boolean): VenueOutcome => ({
  kind: 'done',
  scanned: {
    sessionId: 's2',
    activityId: 'a2',
    title: '',
    no: 32,
    at: door,
    pending,
    walkIn: false,
    repeated: false,
  },
})

test('who was checked in sees when, no code and no way to cancel', () => {
  expect(ticketView({ ...ticket, checkedInAt: door }, undefined, door)).toMatchObject({
    state: 'attended',
    words: { before: '已签到 18:58', tone: 'green' },
    cancel: undefined,
  })
})

test('who waits for staff keeps the code, and cannot cancel what they claim to attend', () => {
  expect(ticketView({ ...ticket, pending: true }, undefined, door)).toMatchObject({
    state: 'code',
    words: { before: '签到待核验' },
    cancel: undefined,
  })
})

test('a venue code scanned without a network says that it waits, one that was refused says why', () => {
  expect(ticketView(ticket, waiting, door).venue).toMatch(/^18:58 扫的现场码已记下，待同步/)
  expect(ticketView(ticket, refused, door).venue).toBe('没有签上：现场码已换新，请再扫一次。')
  expect(venueWords(done(true))).toMatch(/待工作人员核验/)
  expect([venueWords(done(false)), venueWords(undefined)]).toEqual(['', ''])
  expect(ticketView({ ...ticket, checkedInAt: door }, refused, door).venue).toBe('')
})

test('somebody without a ticket reads the same on its own', () => {
  expect(scannedView(refused)).toEqual({
    kind: 'scanned',
    title: '没有签上',
    text: '现场码已换新，请再扫一次。',
  })
  expect(scannedView(waiting)).toMatchObject({ title: '现场码已记下' })
})

test('the ticket asks whether it was scanned from an hour before the start to the end', () => {
  expect(atTheDoor(ticket, at('2026-09-19T17:59:00'))).toBe(false)
  expect(atTheDoor(ticket, at('2026-09-19T18:00:00'))).toBe(true)
  expect(atTheDoor(ticket, ticket.endAt + 1)).toBe(false)
})
