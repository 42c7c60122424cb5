import path from 'node:path'

/** The small functions that these tests drive the SDKs with. */
export const testFunctions = path.join(__dirname, 'functions')

/** What a step of a test function came to. */
export interface Outcome<T = unknown> {
  data?: T
  errCode?: number
  errMsg?: string
}
