import { strictObject } from 'valibot'
import type { Action, Request } from '../../_kit/action'
import { lawyerName } from '../../../miniprogram/shared/legal-words'
import type { LegalMenu, MyAppointment } from '../../../typings/api/legal'
import type { LegalMode } from '../../../typings/documents'
import { LIVE, myAppointment } from '../booking/my-appointment'
import type { Catalogue } from './catalogue'
import { loadCatalogue, offers } from './catalogue'
import { countFree } from './free-slots'
import { serviceView } from './service-view'

export const menu: Action<'legal', 'menu'> = {
  input: strictObject({}),

  async run(request) {
    const catalogue = await loadCatalogue(request.store, request.now)
    const active = catalogue.lawyers.filter(lawyer => lawyer.active)
    const [free, next] = await Promise.all([
      freeByMode(request, catalogue),
      nextAppointment(request, catalogue),
    ])
    return {
      services: catalogue.services.map(serviceView),
      lawyers: active.map(({ _id, surname, firm, modes }) => ({
        lawyerId: _id,
        name: lawyerName(surname),
        firm,
        modes,
      })),
      free,
      ...(next && { next }),
    }
  },
}

async function freeByMode(
  { store, now }: Request,
  { services, lawyers }: Catalogue,
): Promise<LegalMenu['free']> {
  const active = lawyers.filter(lawyer => lawyer.active)
  const rows = await countFree(
    store,
    active.map(({ _id }) => _id),
    now,
  )
  const free: Partial<Record<LegalMode, number>> = {}
  for (const lawyer of active)
    for (const mode of lawyer.modes) {
      if (!services.some(service => offers(lawyer, service, mode))) continue
      const own = rows.filter(
        ({ lawyerId, modes }) => lawyerId === lawyer._id && modes.split(',').includes(mode),
      )
      for (const { count } of own) free[mode] = (free[mode] ?? 0) + count
    }
  return free
}

async function nextAppointment(
  { store, personId, now }: Request,
  { lawyers }: Catalogue,
): Promise<MyAppointment | undefined> {
  const [next] = await store.find('appointments', {
    where: { personId, state: { $in: LIVE }, endAt: { $gt: now } },
    orderBy: { startAt: 1 },
    limit: 1,
  })
  if (!next) return undefined
  return myAppointment(
    next,
    lawyers.find(({ _id }) => _id === next.lawyerId),
  )
}
