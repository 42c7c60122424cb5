import { instant } from '../../miniprogram/shared/time'

export { slotIdOf } from '../../miniprogram/shared/slot-id'

export const slotIdPattern = /^sl_lw_p_[0-9A-HJKMNP-TV-Z]{26}_\d{8}_\d{4}$/

/** What the id of a slot says. */
export function slotOf(slotId: string): { lawyerId: string; startAt: number } {
  const [time = '', day = ''] = slotId.split('_').reverse()
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  return {
    lawyerId: slotId.slice('sl_'.length, -'_YYYYMMDD_HHmm'.length),
    startAt: instant(date, `${time.slice(0, 2)}:${time.slice(2)}`),
  }
}
