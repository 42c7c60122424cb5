import type { LaunchOptions } from '../host'

interface AppDefinition {
  onLaunch?(options: LaunchOptions): void
  onShow?(options: LaunchOptions): void
  onHide?(): void
  onError?(message: string): void
  onPageNotFound?(missing: { path: string; query: Record<string, string>; isEntryPage: boolean }): void
  [field: string]: unknown
}

let app: AppDefinition = {}

export function defineApp(definition: AppDefinition): void {
  app = { ...definition }
}

export const appInstance = (): AppDefinition => app
