declare module 'virtual:miniprogram/registry' {
  export const registry: import('./registry').AppRegistry
  export const templates: import('./registry').Templates
}
declare module 'virtual:miniprogram/scripts' {}
