import { existsSync } from 'node:fs'
import path from 'node:path'
import type { UserConfig } from 'vite'
import { assets } from './assets'
import { miniprogram } from './miniprogram'

interface PhoneBuild {
  /** Folder of the mini-program. */
  app: string
  /** Folder of the HTML documents. */
  documents: string
  outDir: string
}

export function phoneBuild({ app, documents, outDir }: PhoneBuild): UserConfig {
  const inputs = ['index.html', 'phone.html'].map(name => path.join(documents, name))
  return {
    root: documents,
    publicDir: false,
    plugins: [miniprogram({ root: app }), assets(path.resolve(app))],
    server: { host: '127.0.0.1', fs: { strict: false } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      sourcemap: false,
      modulePreload: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: inputs.filter(input => existsSync(input)) },
    },
  }
}
