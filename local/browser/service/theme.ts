import { Listeners } from './listeners'

// The workbench sets `color-scheme` on the phone's frame, and Chromium hands that down as the preferred scheme.
const dark = () => matchMedia('(prefers-color-scheme: dark)')

export const theme = () => (dark().matches ? 'dark' : 'light')

export function themeChange() {
  const changes = new Listeners<{ theme: 'light' | 'dark' }>()
  dark().addEventListener('change', () => changes.tell({ theme: theme() }))
  return { onThemeChange: changes.on, offThemeChange: changes.off }
}
