import path from 'node:path'
import { phoneBuild } from './compiler/phone-build'

const here = import.meta.dirname

export default phoneBuild({
  app: path.resolve(here, '../../miniprogram'),
  documents: here,
  outDir: path.resolve(here, '../../dist/browser'),
})
