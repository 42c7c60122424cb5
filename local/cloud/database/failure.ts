import { CloudError } from '../cloud-error'

/** The cloud's answer to anything MongoDB itself refused. */
export function refused(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)
}

/** A write MongoDB refused arrives wrapped like this. */
export function writeRefused(message: string): CloudError {
  return refused(`multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`)
}

/** What the local database does not do, it refuses by name. */
export function unsupported(what: string): CloudError {
  return refused(`unsupported ${what}`)
}

const tail = 'Please check your request, but if the problem persists, contact us.'

export function collectionMissing(): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    '[ResourceNotFound] Db or Table not exist. Please check your request, but if the problem cannot be solved, contact us.',
  )
}

export function collectionExists(): CloudError {
  return new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', '[ResourceInUse.CollectionExists] Table exist.')
}

export function transactionConflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${tail}`,
  )
}

export function transactionMissing(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${tail}`,
  )
}
