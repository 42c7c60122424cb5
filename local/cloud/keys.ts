import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The secrets of the functions, as the environment variables that carry them. */
export interface Keys {
  /** Base64; stable for the life of the data: identities and look-up hashes hang on it. */
  GJ_PEPPER: string
  /** `kid:base64,kid:base64`; the first seals, all open. */
  GJ_KEYS: string
}

/** Reads `<data>/keys.json`; the first start makes it. */
export function openKeys(folder: string): Keys {
  const file = path.join(folder, 'keys.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Keys
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const secret = () => randomBytes(32).toString('base64')
  const keys: Keys = { GJ_PEPPER: secret(), GJ_KEYS: `k1:${secret()}` }
  // whole and on disk before anything is sealed with them: without them the data is lost
  const aside = openSync(`${file}.new`, 'w', 0o600)
  writeFileSync(aside, JSON.stringify(keys, null, 2))
  fsyncSync(aside)
  closeSync(aside)
  renameSync(`${file}.new`, file)
  return keys
}
