import type { GenericSchema } from 'valibot'
import { safeParse } from 'valibot'
import { getWXContext, init, DYNAMIC_CURRENT_ENV } from 'wx-server-sdk'
import type { Call, InputOf, OutputOf, Reply } from '../../typings/contract'
import type { Person } from '../../typings/documents'
import { loadAccount } from './account'
import { AppError, tryAgain } from './errors'
import { personIdOf } from './identity'
import { secrets } from './keys'
import { logRequest } from './log'
import { Store } from './store'
import { writeConflict } from './store-errors'

/** What every action is given. `now` is epoch ms, read once: nothing behind it asks the clock. */
export interface Request {
  now: number
  personId: string
  openid: string
  store: Store
}

/** The caller is registered and agreed to what registering needs. */
export interface PersonRequest extends Request {
  me: Person
}

interface Definition<Input> {
  input: GenericSchema<unknown, Input>
  /** Refuses from the instance's memory what anyone may know, before the account is read. No database calls. */
  peek?(request: Request, input: Input): void
}

export interface GuestAction<Api, K extends keyof Api> extends Definition<InputOf<Api, K>> {
  who: 'guest'
  run(request: Request, input: InputOf<Api, K>): Promise<OutputOf<Api, K>> | OutputOf<Api, K>
}

export interface PersonAction<Api, K extends keyof Api> extends Definition<InputOf<Api, K>> {
  who: 'worker' | 'member'
  run(request: PersonRequest, input: InputOf<Api, K>): Promise<OutputOf<Api, K>>
}

export type ActionsOf<Api> = { [K in keyof Api]: GuestAction<Api, K> | PersonAction<Api, K> }

interface Context {
  request_id?: string
  function_name?: string
}

type Main = (event: unknown, context: Context) => Promise<Reply<unknown>>

/** Turns the actions of one function into its entry. An action that `Api` names and `actions` lacks does not compile. */
export function serve<Api>(actions: ActionsOf<Api>): Main {
  init({ env: DYNAMIC_CURRENT_ENV as unknown as string })
  return async (event, { request_id: requestId = '', function_name: fn = '' }) => {
    const began = performance.now()
    const now = Date.now()
    const store = new Store()
    const { action, input } = (event ?? {}) as Partial<Call>
    const known = typeof action === 'string' && Object.hasOwn(actions, action)
    let reply: Reply<unknown>
    let failure: unknown
    try {
      if (!known) throw new AppError('INVALID_INPUT', { field: 'action' })
      // its own key, checked above: the type of one action cannot be told from the name at run time
      const definition = actions[action as keyof Api] as ActionsOf<Record<string, () => unknown>>[string]
      reply = { ok: true, data: await answer(definition, input, now, store), serverAt: now }
    } catch (error) {
      const told = error instanceof AppError ? error : translate(error, requestId)
      if (told.code === 'INTERNAL') failure = error
      reply = { ok: false, code: told.code, detail: told.detail, serverAt: now }
    }
    const code = reply.ok ? 'OK' : reply.code
    const ms = Math.round(performance.now() - began)
    logRequest({ fn, action: known ? action : '?', code, ms, calls: store.calls, requestId }, failure)
    return reply
  }
}

async function answer(
  definition: ActionsOf<Record<string, () => unknown>>[string],
  input: unknown,
  now: number,
  store: Store,
): Promise<unknown> {
  // the platform's word for who calls; nothing in `input` can say it
  const { OPENID: openid, APPID: appId } = getWXContext()
  if (!openid || !appId) throw new AppError('NO_PERMISSION')
  const parsed = safeParse(definition.input, input, { abortEarly: true })
  if (!parsed.success) throw new AppError('INVALID_INPUT', { field: fieldOf(parsed.issues[0].path) })
  const request: Request = { now, openid, store, personId: personIdOf(appId, openid, secrets()) }
  const checked = parsed.output as never
  definition.peek?.(request, checked)
  if (definition.who === 'guest') return definition.run(request, checked)
  const me = await loadAccount(request)
  if (definition.who === 'member' && me.status !== 'MEMBER') throw new AppError('NO_PERMISSION')
  return definition.run({ ...request, me }, checked)
}

function fieldOf(path: readonly { key: unknown }[] | undefined): string {
  return (path ?? [])
    .map(({ key }) => String(key))
    .join('.')
    .slice(0, 60)
}

function translate(error: unknown, requestId: string): AppError {
  if (writeConflict(error)) return tryAgain()
  return new AppError('INTERNAL', { requestId })
}
