import { createHash, randomBytes } from 'node:crypto'
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

/** Uploaded files. On disk a file is named by the hash of its cloudPath, so no path can leave the folder. */
export class FileStore {
  private readonly tickets = new Map<string, { file: string; until: number }>()

  constructor(private readonly folder: string) {
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

  /** Path of the download, below the gateway's address: letters, digits and dots only, because the SDK encodes it once more. */
  downloadUrl(fileId: string): string | undefined {
    const file = this.find(fileId)
    return file === undefined ? undefined : `/cos/file/${file}`
  }

  /** The place on disk of a file that was given out by `downloadUrl`. */
  locate(file: string): string | undefined {
    const place = path.join(this.folder, file)
    return /^[0-9a-f]{64}(\.[a-z0-9]{1,8})?$/.test(file) && existsSync(place) ? place : undefined
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
    return this.locate(file) === undefined ? undefined : file
  }
}

function fileName(cloudPath: string): string {
  const [ending = ''] = /\.[a-z0-9]{1,8}$/.exec(cloudPath.toLowerCase()) ?? []
  return createHash('sha256').update(cloudPath).digest('hex') + ending
}
