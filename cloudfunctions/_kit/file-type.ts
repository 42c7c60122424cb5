const TYPES = [
  { mime: 'image/jpeg', head: [0xff, 0xd8, 0xff], endings: ['.jpg', '.jpeg'] },
  { mime: 'image/png', head: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], endings: ['.png'] },
  { mime: 'application/pdf', head: [0x25, 0x50, 0x44, 0x46, 0x2d], endings: ['.pdf'] },
] as const

/** What the first bytes say it is; undefined for anything else, and where its name says otherwise. */
export function fileType(file: Uint8Array, name: string): (typeof TYPES)[number]['mime'] | undefined {
  const type = TYPES.find(({ head }) => head.every((byte, i) => file[i] === byte))
  return type?.endings.some(ending => name.endsWith(ending)) ? type.mime : undefined
}
