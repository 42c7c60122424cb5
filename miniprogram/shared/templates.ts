import type { TemplateKey } from '../../typings/documents'

/**
 * WeChat's template of each kind of message, by id. A deployment puts the ids here that WeChat gave its templates; as long
 * as a key stands for itself, only the local cloud can send.
 */
export const templates: Record<TemplateKey, string> = {
  T_SIGNUP: 'T_SIGNUP',
  T_WAIT: 'T_WAIT',
  T_REMIND: 'T_REMIND',
  T_CHANGE: 'T_CHANGE',
  T_TODO: 'T_TODO',
  T_APPT: 'T_APPT',
  T_LIMIT: 'T_LIMIT',
}
