/** 林禾 → 林*: the family name and one star, whatever the length. */
export function maskName(name: string): string {
  const [first = ''] = name
  return `${first}*`
}

/** 13812346620 → 138****6620. */
export const maskPhone = (phone: string): string => phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2')
