import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const TYPES: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
}

/** Pictures and sounds inside the mini-program's folder answer to the absolute paths its pages use: `/art/visit-light.svg`. */
export function assets(root: string): Plugin {
  return {
    name: 'miniprogram-assets',
    generateBundle() {
      for (const fileName of pictures(root))
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path.join(root, fileName)) })
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const fileName = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(1)
        if (!pictures(root).includes(fileName)) return next()
        response.setHeader('content-type', TYPES[path.extname(fileName)] ?? '')
        response.end(readFileSync(path.join(root, fileName)))
      })
    },
  }
}

const pictures = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(file => file.split(path.sep).join('/'))
    .filter(file => path.extname(file) in TYPES && !file.includes('node_modules'))
