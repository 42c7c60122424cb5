/** 林禾 → 林*, 欧阳小川 → 欧*** */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(rest.length)
}

/** 13800006620 → 138****6620 */
export function maskPhone(phone: string): string {
  const head = phone.length > 8 ? phone.slice(0, -8) : ''
  return `${head}****${phone.slice(-4)}`
}
