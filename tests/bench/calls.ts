/** Database calls of the requests in these log lines, one number each, in order. */
export function callsOf(lines: readonly string[], fn: string, action: string, code = 'OK'): number[] {
  return lines.flatMap(line => {
    const at = line.indexOf('{"fn"')
    if (at < 0) return []
    const entry = JSON.parse(line.slice(at)) as { fn: string; action: string; code: string; calls: number }
    return entry.fn === fn && entry.action === action && entry.code === code ? [entry.calls] : []
  })
}

export function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}
