/** iOS, 375 points wide, with rounded corners: what the device draws and what `wx` reports must be the same. */
export const statusBarHeight = 44
export const homeIndicatorHeight = 34

/** WeChat's ••• and ◎ at the top right. */
export function capsule(screenWidth = innerWidth) {
  const [width, height, top] = [87, 32, 48]
  const right = screenWidth - 7
  return { width, height, top, right, bottom: top + height, left: right - width }
}
