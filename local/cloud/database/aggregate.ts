import { Aggregator } from 'mingo/aggregator'
import { matching } from './candidates'
import { refused, unsupported } from './failure'
import { options, orRefuse } from './query'
import { refuseUnsupported } from './supported'
import { isDocument } from './value'
import type { Doc, Filter } from './database'
import type { Sort } from './sort'
import type { Engine } from './write'

const stageNames = new Set([
  ...[
    '$match',
    '$project',
    '$addFields',
    '$group',
    '$sort',
    '$skip',
    '$limit',
    '$count',
    '$unwind',
    '$sample',
  ],
  ...['$sortByCount', '$bucket', '$bucketAuto', '$replaceRoot', '$lookup'],
])

/** What the cloud answers at most when the pipeline does not say. */
const defaultLimit = 20

export function aggregate(engine: Engine, name: string, stages: Doc[]): Doc[] {
  const collection = engine.catalog.get(name)
  stages.forEach(refuseUnsupportedStage)
  const limited = stages.some(stage => '$limit' in stage) ? stages : [...stages, { $limit: defaultLimit }]
  const { rest, ...wanted } = leading(limited)
  const documents = matching(engine.connection, collection, wanted)
  const collectionResolver = (from: string) =>
    matching(engine.connection, engine.catalog.get(from), { filter: {} })
  return orRefuse(() =>
    new Aggregator(timed(rest, engine.now()), { ...options, collectionResolver }).run(documents),
  )
}

/** The stages that the planner can take over, and the rest. */
function leading(stages: Doc[]) {
  const rest = [...stages]
  const take = (stage: string) => (rest[0] && stage in rest[0] ? rest.shift()?.[stage] : undefined)
  const filter = (take('$match') ?? {}) as Filter
  const sort = take('$sort') as Sort | undefined
  const skip = take('$skip') as number | undefined
  const limit = take('$limit') as number | undefined
  return { filter, sort, skip, limit, rest }
}

function refuseUnsupportedStage(stage: Doc): void {
  const [name, ...others] = Object.keys(stage)
  if (name === undefined || others.length > 0)
    throw refused('A pipeline stage specification object must contain exactly one field.')
  if (!stageNames.has(name)) throw unsupported(`aggregate stage ${name}`)
  const operand = stage[name]
  if (name === '$match') refuseUnsupported(operand)
  if (name === '$limit' && !(Number.isInteger(operand) && Number(operand) > 0))
    throw refused('the limit must be positive')
  if (name === '$skip' && !(Number.isInteger(operand) && Number(operand) >= 0))
    throw refused(
      `invalid argument to $skip stage: Expected a non-negative number in: $skip: ${String(operand)}`,
    )
  if (name === '$lookup' && isDocument(operand))
    for (const option of ['pipeline', 'let'])
      if (option in operand) throw unsupported(`aggregate stage $lookup.${option}`)
}

/** mingo reads the machine's clock; ours may stand elsewhere. */
function timed(value: Doc[], now: number): Doc[] {
  const replace = (one: unknown): unknown => {
    if (one === '$$NOW') return new Date(now)
    if (Array.isArray(one)) return one.map(replace)
    return isDocument(one) ? Object.fromEntries(Object.entries(one).map(([k, v]) => [k, replace(v)])) : one
  }
  return value.map(stage => replace(stage) as Doc)
}
