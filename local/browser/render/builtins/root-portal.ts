import type { Builtin } from './builtin'

/** Stays where it stands: fixed content inside it escapes its surroundings unless one of them is transformed. */
export const rootPortal: Builtin = { properties: { enable: { type: Boolean, value: true } } }
