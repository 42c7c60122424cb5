import type { Bridge } from '../bridge'
import type { Host } from '../host'
import type { LocalState } from './local-cloud'
import type { TemporaryFiles } from './temporary-files'

/** What every group of wx calls is given. */
export interface Phone {
  host: Host
  bridge: Bridge
  /** As read when the phone was switched on. */
  state: LocalState
  /** What was chosen, drawn or downloaded. */
  files: TemporaryFiles
}
