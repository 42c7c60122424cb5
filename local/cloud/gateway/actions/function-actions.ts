import { CloudError } from '../../cloud-error'
import type { Functions } from '../../functions/functions'
import { optionalText, text, type Actions } from '../admin-request'

/** A function that calls a function: the caller stays the person who called the first. */
export function functionActions(functions: Functions): Actions {
  return {
    'functions.invokeFunction': async ({ body, invocation, source }) => ({
      data: {
        response_data: await functions.call({
          functionName: text(body, 'function_name'),
          event: eventOf(optionalText(body, 'request_data')),
          openid: invocation?.openid,
          source,
          parent: invocation,
        }),
      },
    }),
  }
}

function eventOf(data: string | undefined): unknown {
  if (!data) return {}
  try {
    return JSON.parse(data)
  } catch (error) {
    throw new CloudError('INVALID_PARAM', `request_data is not JSON: ${String(error)}`)
  }
}
