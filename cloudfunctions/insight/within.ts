/** Objects of these organisations and of those below them: branches for `$or`. */
export const within = (paths: readonly string[]): { orgPath: { $regex: string } }[] =>
  // paths are of letters, digits, `_` and `/`: nothing in them means anything to a pattern
  paths.map(path => ({ orgPath: { $regex: `^${path}` } }))
