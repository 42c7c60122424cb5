import { safeParse } from 'valibot'
import { getWXContext, init, DYNAMIC_CURRENT_ENV } from 'wx-server-sdk'
import type { Apis } from '../../typings/apis'
import type { Call, Reply } from '../../typings/contract'
import type { Cap, Grant } from '../../typings/documents'
import type { ActionsOf, AnyAction, Request, Subject } from './action'
import { loadAccount } from './account'
import { audit } from './audit'
import { AppError, tryAgain } from './errors'
import { grantsOf, Scope, staffGrants } from './grants'
import { lawyerIdOf, personIdOf } from './identity'
import { secrets } from './keys'
import { logRequest } from './log'
import type { Permission } from './permissions'
import { permissions } from './permissions'
import { Store } from './store'
import { writeConflict } from './store-errors'

interface Context {
  request_id?: string
}

type Main = (event: unknown, context: Context) => Promise<Reply<unknown>>

/** Turns the actions of one function into its entry. An action that its API names and `actions` lacks does not compile. */
export function serve<F extends keyof Apis>(fn: F, actions: ActionsOf<F>): Main {
  return serveTable(fn, permissions[fn], actions as unknown as Record<string, AnyAction>)
}

/** The same for any table. */
export function serveTable(
  fn: string,
  table: Record<string, Permission>,
  actions: Record<string, AnyAction>,
): Main {
  init({ env: DYNAMIC_CURRENT_ENV as unknown as string })
  return async (event, { request_id: requestId = '' }) => {
    const began = performance.now()
    const now = Date.now()
    const store = new Store()
    const { action: name, input } = (event ?? {}) as Partial<Call>
    const known = typeof name === 'string' && Object.hasOwn(table, name)
    let reply: Reply<unknown>
    let failure: unknown
    try {
      if (!known) throw new AppError('INVALID_INPUT', { field: 'action' })
      const action = actions[name]!
      const permission = table[name]!
      const data = await answer({ name: `${fn}.${name}`, action, permission, input, now, store })
      reply = { ok: true, data, serverAt: now }
    } catch (error) {
      const told = error instanceof AppError ? error : translate(error, requestId)
      if (told.code === 'INTERNAL') failure = error
      reply = { ok: false, code: told.code, detail: told.detail, serverAt: now }
    }
    const code = reply.ok ? 'OK' : reply.code
    const ms = Math.round(performance.now() - began)
    logRequest({ fn, action: known ? name : '?', code, ms, calls: store.calls, requestId }, failure)
    return reply
  }
}

interface Asked {
  name: string
  action: AnyAction
  permission: Permission
  input: unknown
  now: number
  store: Store
}

async function answer({ name, action, permission, input, now, store }: Asked): Promise<unknown> {
  // the platform's word for who calls; nothing in `input` can say it
  const { OPENID: openid, APPID: appId } = getWXContext()
  if (!openid || !appId) throw new AppError('NO_PERMISSION')
  const parsed = safeParse(action.input, input, { abortEarly: true })
  if (!parsed.success) throw new AppError('INVALID_INPUT', { field: fieldOf(parsed.issues[0].path) })
  const request: Request = { now, openid, store, personId: personIdOf(appId, openid, secrets()) }
  const checked = parsed.output
  action.peek?.(request, checked)
  const allowed = await admit(request, permission)
  await action.limit?.(allowed, checked)
  const subject = await action.load?.(allowed, checked)
  if (subject && !reaches(allowed, subject)) throw new AppError('OUT_OF_SCOPE')
  if (permission.audited) await audit(request, name, checked, subject)
  return action.run(allowed, checked, subject)
}

type Admitted = Request & { me?: unknown; scope?: Scope; lawyerId?: string }

/** Is this theirs to act on? */
function reaches({ scope, lawyerId = '' }: Admitted, subject: Subject): boolean {
  if (lawyerId !== '' && subject.lawyerId === lawyerId) return true
  return scope?.covers(subject.orgPath) ?? false
}

/** The request with what its caller is; refuses who may not call at all. */
async function admit(request: Request, permission: Permission): Promise<Admitted> {
  const { store, personId, now } = request
  if (permission.who === 'guest') return request
  if (permission.who === 'worker') return { ...request, me: await loadAccount(request) }
  const grants = await grantsOf(store, personId, now)
  if (permission.who === 'lawyer') return admitLawyer(request, grants, permission.or ?? [])
  const fitting =
    permission.who === 'admin'
      ? grants.filter(({ role }) => role === 'ADMIN')
      : staffGrants(grants, permission.caps)
  if (fitting.length === 0) throw new AppError('NO_PERMISSION')
  return { ...request, scope: new Scope(fitting) }
}

function admitLawyer(request: Request, grants: readonly Grant[], or: readonly Cap[]): Admitted {
  const scope = new Scope(staffGrants(grants, or))
  const lawyerId = grants.some(({ role }) => role === 'LAWYER') ? lawyerIdOf(request.personId) : ''
  if (lawyerId === '' && scope.grants.length === 0) throw new AppError('NO_PERMISSION')
  return { ...request, scope, lawyerId }
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
