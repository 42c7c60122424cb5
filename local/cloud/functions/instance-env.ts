import { APP_ID, ENV_ID } from '../environment'
import type { Keys } from '../keys'
import type { Invocation } from './invocation'

/** What a function called by its timer reads as its source. */
export const TIMER_SOURCE = 'wx_trigger'

/** What an instance has for life. Nothing of the machine's own environment reaches a function. */
export function instanceEnv(url: string, keys: Keys): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD: 'true',
    TENCENTCLOUD_SECRETID: 'local-id',
    TENCENTCLOUD_SECRETKEY: 'local-key',
    TENCENTCLOUD_SESSIONTOKEN: 'local-token',
    SCF_NAMESPACE: ENV_ID,
    TCB_ENV: ENV_ID,
    // the platform's own way to tell the SDK where the cloud is
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    ...keys,
  }
}

/** What one call adds: the caller, by the names that the SDK is told to read. A timer has no caller. */
export function callEnv({ openid, token, source, id }: Invocation): Record<string, string> {
  const tcb = { TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE', TCB_SEQID: id, TCB_SOURCE: source }
  if (source === TIMER_SOURCE)
    return {
      ...tcb,
      TRIGGER_SRC: 'timer',
      WX_CONTEXT_KEYS: 'WX_TRIGGER_API_TOKEN_V0',
      WX_TRIGGER_API_TOKEN_V0: token,
    }
  return {
    ...tcb,
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_CLIENTIP,WX_API_TOKEN',
    WX_APPID: APP_ID,
    WX_CLIENTIP: '127.0.0.1',
    WX_API_TOKEN: token,
    ...(openid === undefined ? {} : { WX_OPENID: openid }),
  }
}
