import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Figure } from './figure'

/** The largest function: what the cloud has to read before it can answer for the first time. */
export function bundleFigures(): Figure[] {
  const folder = path.resolve(__dirname, '../cloudfunctions')
  const bundles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('index.js'),
  )
  const sizes = bundles.map(file => statSync(path.join(folder, file)).size)
  return [{ name: 'function.bytes', value: Math.max(...sizes) / 1024, unit: 'KB', budget: '<= 80' }]
}
