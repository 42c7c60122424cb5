import { createHash, createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { CloudError } from '../cloud-error'
import { cloudPathOf, fileIdOf } from './cloud-path'

export interface Upload {
  fileId: string
  /** Path of the PUT, below the gateway's address. */
  url: string
}

const LONGEST_UPLOAD_MS = 3_600_000
const FILE = /^[0-9a-f]{64}(\.[a-z0-9]{1,8})?$/

/** Uploaded files. On disk a file is named by the hash of its cloudPath, so no path can leave the folder. */
export class FileStore {
  private readonly tickets = new Map<string, { file: string; until: number }>()

  /** Signs addresses; those of an earlier start are void. */
  private readonly key = randomBytes(32)

  constructor(
    private readonly folder: string,
    private readonly now: () => number,
  ) {
    mkdirSync(folder, { recursive: true })
  }

  /** Permission to put one file. */
  prepare(cloudPath: string): Upload {
    const fileId = fileIdOf(cloudPath)
    const ticket = randomBytes(16).toString('hex')
    this.tickets.set(ticket, { file: fileName(cloudPath), until: Date.now() + LONGEST_UPLOAD_MS })
    return { fileId, url: `/cos/upload/${ticket}` }
  }

  /** Answers false when there is no such permission. The file is on disk when this resolves. */
  async put(ticket: string, content: Buffer): Promise<boolean> {
    const permission = this.tickets.get(ticket)
    this.tickets.delete(ticket)
    if (!permission || permission.until < Date.now()) return false
    const target = path.join(this.folder, permission.file)
    const handle = await open(`${target}.${ticket}`, 'w')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(`${target}.${ticket}`, target)
    return true
  }

  /**
   * Path of the download, below the gateway's address, valid for `maxAge` seconds: letters, digits and dots only, because
   * the SDK encodes it once more.
   */
  downloadUrl(fileId: string, maxAge: number): string | undefined {
    const file = this.find(fileId)
    if (file === undefined) return undefined
    const until = (this.now() + maxAge * 1000).toString(36)
    return `/cos/file/${until}.${this.sign(until, file)}.${file}`
  }

  /** The place on disk of a file that was given out by `downloadUrl`, as long as its address is valid. */
  locate(name: string): string | undefined {
    const [until = '', signature, ...rest] = name.split('.')
    const file = rest.join('.')
    if (signature !== this.sign(until, file) || parseInt(until, 36) < this.now()) return undefined
    return this.place(file)
  }

  async remove(fileId: string): Promise<boolean> {
    const file = this.find(fileId)
    if (file === undefined) return false
    await rm(path.join(this.folder, file))
    return true
  }

  private find(fileId: string): string | undefined {
    const cloudPath = cloudPathOf(fileId)
    if (cloudPath === undefined)
      throw new CloudError('INVALID_PARAM', `not a file of this environment: ${fileId}`)
    const file = fileName(cloudPath)
    return this.place(file) === undefined ? undefined : file
  }

  private place(file: string): string | undefined {
    const place = path.join(this.folder, file)
    return FILE.test(file) && existsSync(place) ? place : undefined
  }

  private sign(until: string, file: string): string {
    return createHmac('sha256', this.key).update(`${until}.${file}`).digest('hex').slice(0, 32)
  }
}

function fileName(cloudPath: string): string {
  const [ending = ''] = /\.[a-z0-9]{1,8}$/.exec(cloudPath.toLowerCase()) ?? []
  return createHash('sha256').update(cloudPath).digest('hex') + ending
}
