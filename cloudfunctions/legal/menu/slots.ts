import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { loadCalendar } from '../../_kit/calendar'
import { lawyerIdOf } from '../../_kit/identity'
import { loadCatalogue, loadService, offers } from './catalogue'
import { mode, serviceId } from '../booking/input'
import { freeSlots } from './free-slots'
import { freeSlotsView } from './free-slots-view'

export const slots: Action<'legal', 'slots'> = {
  input: strictObject({ serviceId, mode }),

  async run({ store, personId, now }, { serviceId, mode }) {
    const service = await loadService(store, serviceId, now)
    const { lawyers } = await loadCatalogue(store, now)
    // nobody advises themself
    const able = lawyers.filter(
      lawyer => offers(lawyer, service, mode) && lawyer._id !== lawyerIdOf(personId),
    )
    const [calendar, free] = await Promise.all([
      loadCalendar(store, now),
      freeSlots(
        store,
        able.map(({ _id }) => _id),
        mode,
        now,
      ),
    ])
    return freeSlotsView(able, free, { calendar, mode, now })
  },
}
