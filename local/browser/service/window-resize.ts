import { Listeners } from './listeners'

interface Resize {
  size: { windowWidth: number; windowHeight: number }
}

export function windowResize() {
  const changes = new Listeners<Resize>()
  addEventListener('resize', () =>
    changes.tell({ size: { windowWidth: innerWidth, windowHeight: innerHeight } }),
  )
  return { onWindowResize: changes.on, offWindowResize: changes.off }
}
