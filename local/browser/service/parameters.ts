import { Failure } from './asynchronous'

type Kind = 'String' | 'Number' | 'Array' | 'Object'

/** Refuses a missing or mistyped option with WeChat's sentence. */
export function expectParameter(name: string, value: unknown, kind: Kind): void {
  const given = Object.prototype.toString.call(value).slice(8, -1)
  if (given !== kind) {
    throw new Failure(`parameter error: parameter.${name} should be ${kind} instead of ${given};`)
  }
}
