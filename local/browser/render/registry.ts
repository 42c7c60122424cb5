/** What the compiler found, in the shape that compiler/registry.ts writes. */
export interface AppRegistry {
  app: AppConfig
  components: [id: string, config: ComponentConfig][]
  styles: { id: string; css: string; classPrefix?: string }[]
}

export interface AppConfig {
  pages: string[]
  entryPagePath?: string
  window?: WindowConfig
  tabBar?: { custom?: boolean; color?: string; selectedColor?: string; list: TabItem[] }
}

export interface TabItem {
  pagePath: string
  text: string
}

export interface WindowConfig {
  navigationStyle?: 'default' | 'custom'
  navigationBarTitleText?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
}

export type ComponentConfig = WindowConfig & Record<string, unknown>

/** Compiled templates, opaque to us: glass-easel takes them as they are. */
export type Templates = Record<string, (name: string) => unknown>
