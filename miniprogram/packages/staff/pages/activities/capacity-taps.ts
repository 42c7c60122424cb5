import { activities } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import type { ActivitiesPage } from './activities-page'

/** The sheet that changes places. */
export const capacityTaps = {
  /** The list does not tell revisions and segments. */
  async readSessions(this: ActivitiesPage): Promise<boolean> {
    const activityId = this.chosen?.activityId
    if (!activityId) return false
    const read = await attempt(() => activities.edit({ activityId }))
    if (read.ok) this.setData({ sessions: read.value.sessions })
    else say(read.failure)
    return read.ok
  },
  async openCapacity(this: ActivitiesPage) {
    if (await this.readSessions()) this.setData({ sheet: 'capacity' })
  },
  async onCapacityChanged(this: ActivitiesPage) {
    await this.readSessions()
    await this.load()
  },
}
