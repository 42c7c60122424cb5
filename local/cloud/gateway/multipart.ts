/** The fields of a multipart form; `binary` ones stay bytes (the SDK sends them without a file name). */
export function parseMultipart(contentType: string, body: Buffer, binary: string[]): Record<string, unknown> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1] ?? ''
  const fields: Record<string, unknown> = {}
  for (const part of split(body, Buffer.from(`--${boundary}`))) {
    const end = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, end).toString())?.[1]
    if (end < 0 || name === undefined) continue
    // every part ends with the line break before the next boundary
    const content = part.subarray(end + 4, part.length - 2)
    fields[name] = binary.includes(name) ? content : content.toString()
  }
  return fields
}

function split(body: Buffer, delimiter: Buffer): Buffer[] {
  const parts: Buffer[] = []
  let from = body.indexOf(delimiter)
  while (from >= 0) {
    const next = body.indexOf(delimiter, from + delimiter.length)
    if (next >= 0) parts.push(body.subarray(from + delimiter.length, next))
    from = next
  }
  return parts
}
