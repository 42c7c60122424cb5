/** Pools that are sessions, as a condition; a lawyer's slots are others. */
export const SESSIONS = { $gte: 'se_', $lt: 'se`' } as const
/** Pools that are slots of lawyers. */
export const SLOTS = { $gte: 'sl_', $lt: 'sl`' } as const

export const isSlot = (pool: string): boolean => pool.startsWith('sl_')
