import { boolean, optional, strictObject, union } from 'valibot'
import type { Action } from '../../_kit/action'
import { localDay, opId } from '../../account/input'
import { decideEvent } from './decide-event'
import { eventKind, limitId } from './limit-input'
import { limitationView } from './limitation-view'
import { reportEvent } from './report-event'

export const limitEvent: Action<'legal', 'limitEvent'> = {
  input: union([
    strictObject({ limitId, opId, kind: eventKind, date: localDay, untilDate: optional(localDay) }),
    strictObject({ limitId, eventId: opId, confirm: boolean() }),
  ]),

  async run(request, input) {
    const card = 'confirm' in input ? await decideEvent(request, input) : await reportEvent(request, input)
    return limitationView(card, request.now)
  },
}
