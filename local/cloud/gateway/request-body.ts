import type { IncomingMessage } from 'node:http'

/** Resolves with undefined when the body is longer than allowed; the rest of it is read and dropped. */
export async function readBody(request: IncomingMessage, longest: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length <= longest) parts.push(part)
    else parts.length = 0
  }
  return length <= longest ? Buffer.concat(parts) : undefined
}
