import type { GenericSchema } from 'valibot'
import type { Apis } from '../../typings/apis'
import type { InputOf, OutputOf } from '../../typings/contract'
import type { Person } from '../../typings/documents'
import type { Scope } from './grants'
import type { Permissions } from './permissions'
import type { Store } from './store'

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

/** The caller holds grants that fit the action; `scope` is how far they reach. */
export interface StaffRequest extends Request {
  scope: Scope
}

/** The caller is a volunteer lawyer, or staff where the table lets them. */
export interface LawyerRequest extends StaffRequest {
  /** `lw_{personId}`; '' for staff who are no lawyer. `scope` is that of their grants as staff: empty without any. */
  lawyerId: string
}

/**
 * What a staff action is about. `serve` refuses it when it lies outside the caller's organisations; a lawyer's own
 * (`lawyerId`) is theirs wherever it lies.
 */
export interface Subject {
  orgPath: string
  lawyerId?: string
}

interface Definition<R extends Request, Input> {
  input: GenericSchema<unknown, Input>
  /** Refuses from the instance's memory what anyone may know, before the account is read. No database calls. */
  peek?(request: Request, input: Input): void
  /** Refuses what was tried too often, before it is loaded and before the audit log tells of it. */
  limit?(request: R, input: Input): Promise<void>
  /** See OneAction. */
  load?(request: R, input: Input): Promise<Subject>
}

interface OpenAction<R extends Request, Input, Output> extends Definition<R, Input> {
  load?: never
  run(request: R, input: Input): Promise<Output> | Output
}

/** `load` reads what the action is about; then the scope is checked; then it runs on what was read. */
interface OneAction<R extends Request, Input, Output, S extends Subject> extends Definition<R, Input> {
  load(request: R, input: Input): Promise<S>
  run(request: R, input: Input, subject: S): Promise<Output>
}

type Shape<Permission, Input, Output, S extends Subject> = Permission extends { who: 'guest' }
  ? OpenAction<Request, Input, Output>
  : Permission extends { who: 'worker' }
    ? OpenAction<PersonRequest, Input, Output>
    : Permission extends { who: 'lawyer'; or: unknown }
      ? OneAction<LawyerRequest, Input, Output, S>
      : Permission extends { who: 'lawyer' }
        ? OpenAction<LawyerRequest, Input, Output>
        : Permission extends { scope: 'ONE' }
          ? OneAction<StaffRequest, Input, Output, S>
          : OpenAction<StaffRequest, Input, Output>

/**
 * One action of one function: its shape follows from the API (input, output) and from the permission table (what the
 * request knows of the caller). `S` is what a staff action loads.
 */
export type Action<F extends keyof Apis, K extends keyof Apis[F], S extends Subject = Subject> = Shape<
  Permissions[F][K & keyof Permissions[F]],
  InputOf<Apis[F], K>,
  OutputOf<Apis[F], K>,
  S
>

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each action knows its own subject; the table only hands it back
export type ActionsOf<F extends keyof Apis> = { [K in keyof Apis[F]]: Action<F, K, any> }

/** An action as `serve` sees it at run time. */
export interface AnyAction {
  input: GenericSchema
  peek?(request: Request, input: unknown): void
  limit?(request: Request, input: unknown): Promise<void>
  load?(request: Request, input: unknown): Promise<Subject>
  run(request: Request, input: unknown, subject?: Subject): unknown
}
