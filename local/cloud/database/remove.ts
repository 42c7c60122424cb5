import { idOf } from './rows'
import { onlyId } from './transactions'
import { removeOne, whenFree, writeAll } from './write'
import type { Filter } from './database'
import type { Engine } from './write'

export async function remove(
  engine: Engine,
  name: string,
  filter: Filter,
  multi: boolean,
  transaction?: string,
): Promise<number> {
  const collection = engine.catalog.get(name)
  if (transaction !== undefined) {
    const id = onlyId(filter)
    if (!engine.transactions.read(transaction, collection, id)) return 0
    engine.transactions.remove(transaction, collection, id)
    return 1
  }
  return whenFree(engine, collection, filter, multi ? Infinity : 1, found => {
    writeAll(engine, collection, found, document => removeOne(engine, collection, idOf(document._id)))
    return found.length
  })
}
