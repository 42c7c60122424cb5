import type { RoleHeld } from '../../typings/api/account'
import type { Role } from '../../typings/documents'

const CHOICE = 'role'

/** The role in which a person with several works on this phone: the chosen one while they hold it, else their first. */
export function roleNow(held: readonly RoleHeld[]): Role | undefined {
  const choice: Role | '' = wx.getStorageSync(CHOICE)
  const roles = held.map(({ role }) => role)
  return roles.find(role => role === choice) ?? roles[0]
}

export function chooseRole(role: Role): void {
  wx.setStorageSync(CHOICE, role)
}
