import type { SceneTarget } from '../../../typings/api/account'
import { failedView, type FailedView } from '../../components/failure-card/failed'
import { accounts } from '../../services/account'
import { attempt } from '../../services/attempt'
import { enter, frame, leave } from '../../services/page'
import { sceneIn } from '../../shared/scene'

const urlOf = ({ params }: SceneTarget): string =>
  `/packages/activities/pages/detail/detail?id=${params.activityId}`

/** Where every printed code arrives: asks what it stands for and goes there. */
Page({
  data: { ...frame, view: { kind: 'loading' } as { kind: 'loading' } | { kind: 'invalid' } | FailedView },
  scene: '',

  onLoad(query: { scene?: string }) {
    this.scene = sceneIn(query.scene ?? '')
    void this.load()
  },
  onShow() {
    enter(this)
  },
  async load() {
    const resolved = await attempt(() => accounts.resolveScene({ scene: this.scene }))
    if (resolved.ok) return void wx.redirectTo({ url: urlOf(resolved.value) })
    const { code } = resolved.failure
    const invalid = code === 'QR_INVALID' || code === 'INVALID_INPUT'
    this.setData({ view: invalid ? { kind: 'invalid' } : failedView(resolved.failure) })
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onLeave: leave,
})
