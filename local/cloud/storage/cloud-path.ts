import { CloudError } from '../cloud-error'
import { ENV_ID } from '../environment'

const PREFIX = `cloud://${ENV_ID}.files/`
const LONGEST = 850

export function fileIdOf(cloudPath: string): string {
  if (!isCloudPath(cloudPath))
    throw new CloudError('STORAGE_SIGN_PARAM_INVALID', `invalid cloudPath: ${cloudPath}`)
  return PREFIX + cloudPath
}

/** The cloudPath of a file id of this environment. */
export function cloudPathOf(fileId: string): string | undefined {
  const cloudPath = fileId.startsWith(PREFIX) ? fileId.slice(PREFIX.length) : ''
  return isCloudPath(cloudPath) ? cloudPath : undefined
}

function isCloudPath(path: string): boolean {
  const parts = path.split('/')
  return (
    path.length <= LONGEST &&
    !/[\\\u0000-\u001f]/.test(path) &&
    !parts.some(part => ['', '.', '..'].includes(part))
  )
}
