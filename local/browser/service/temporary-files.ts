import { Failure } from './asynchronous'

const TEMPORARY = 'wxfile://tmp_'
/** `wx.env.USER_DATA_PATH`: where an app names its own files. */
export const USER_DATA_PATH = 'wxfile://usr'

/** Files of the phone under the paths pages know: `wxfile://tmp_1.png`. They last as long as the app runs. */
export class TemporaryFiles {
  readonly #files = new Map<string, { blob: Blob; url: string }>()
  #made = 0

  /** Answers the new path; `ending` has no dot. */
  keep(blob: Blob, ending: string): string {
    this.#made++
    return this.keepAs(`${TEMPORARY}${this.#made}${ending && `.${ending}`}`, blob)
  }

  keepAs(path: string, blob: Blob): string {
    if (!path.startsWith(TEMPORARY) && !path.startsWith(`${USER_DATA_PATH}/`))
      throw new Failure(`permission denied, open "${path}"`)
    const before = this.#files.get(path)
    if (before) URL.revokeObjectURL(before.url)
    this.#files.set(path, { blob, url: URL.createObjectURL(blob) })
    return path
  }

  blob(path: string): Blob {
    return this.#find(path).blob
  }

  /** An address the browser can load the file from. */
  url(path: string): string {
    return this.#find(path).url
  }

  #find(path: string) {
    const file = this.#files.get(path)
    if (!file) throw new Failure(`no such file or directory, open "${path}"`)
    return file
  }
}
