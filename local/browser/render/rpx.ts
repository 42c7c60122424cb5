/** A screen is 750 rpx wide. */
export const rpxToVw = (css: string): string =>
  css.replace(/(-?\d*\.?\d+)rpx\b/g, (_, rpx: string) => `${+(Number(rpx) / 7.5).toFixed(5)}vw`)
