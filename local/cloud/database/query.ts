import { Context } from 'mingo'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import { Lazy } from 'mingo/lazy'
import { Query } from 'mingo/query'
import { CloudError } from '../cloud-error'
import { refused, unsupported } from './failure'
import { queryOperators } from './query-operators'
import { sorted } from './sort'
import { refuseUnsupported } from './supported'
import type { Doc, Filter } from './database'

/** mingo with our own comparisons. Its $week is off by one. */
export const options = {
  context: Context.init({
    accumulator,
    expression: {
      ...expression,
      $week: () => {
        throw unsupported('expression operator $week')
      },
    },
    pipeline: {
      ...pipeline,
      // mingo's declarations know neither what a stage's documents are nor that transform takes a lazy answer
      $sort: ((documents, sort) =>
        documents.transform(
          all => Lazy(sorted(all as unknown as Doc[], sort)) as never,
        )) as typeof pipeline.$sort,
    },
    projection,
    query: { ...query, ...queryOperators((criteria: Filter) => compile(criteria)) },
  }),
  scriptEnabled: false,
}

/** The exact test of a filter. */
export function matcher(filter: Filter): (document: Doc) => boolean {
  refuseUnsupported(filter)
  return compile(filter)
}

function compile(filter: Filter): (document: Doc) => boolean {
  const compiled = orRefuse(() => new Query(filter, options))
  return document => compiled.test(document)
}

/** mingo's complaints become the cloud's. */
export function orRefuse<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw refused((error as Error).message)
  }
}
