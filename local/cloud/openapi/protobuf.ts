import { Reader, Writer } from 'protobufjs/minimal'

/**
 * The two messages of `wx.openApi`:
 * CommApiData { 1: apiType, 2: { 1: repeated { 1: key, 2: value } } } and CommOpenApiResp { 1: respData, 2: contentType }.
 */
type Field = [number: number, bytes: Uint8Array]

const BYTES = 2

function bytesFields(message: Uint8Array): Field[] {
  const reader = Reader.create(message)
  const fields: Field[] = []
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    if ((tag & 7) === BYTES) fields.push([tag >>> 3, reader.bytes()])
    else reader.skipType(tag & 7)
  }
  return fields
}

function text(fields: Field[], number: number): string {
  return Buffer.from(fields.find(([n]) => n === number)?.[1] ?? []).toString()
}

/** The arguments of an open API call; media stay out, as `<n bytes>`. */
export function decodeArguments(message: Uint8Array): Record<string, unknown> {
  const data = bytesFields(message).find(([number]) => number === 2)?.[1] ?? new Uint8Array()
  const pairs = bytesFields(data).map(([, pair]) => {
    const fields = bytesFields(pair)
    const isMedia = fields.some(([number]) => number > 2)
    const value = text(fields, 2)
    return [text(fields, 1), isMedia ? `<${value.length} bytes>` : (JSON.parse(value) as unknown)]
  })
  return Object.fromEntries(pairs) as Record<string, unknown>
}

export function encodeReply(contentType: string, body: Uint8Array): Buffer {
  const writer = Writer.create()
  writer.uint32((1 << 3) | BYTES).bytes(body)
  writer.uint32((2 << 3) | BYTES).string(contentType)
  return Buffer.from(writer.finish())
}
