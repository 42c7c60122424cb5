/** ¥3,600.00 */
export function money(fen: number): string {
  const [yuan = '', cents = ''] = (fen / 100).toFixed(2).split('.')
  return `¥${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}
