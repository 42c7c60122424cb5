/** Why somebody is checked in without a code; staff may also write their own. */
export const manualReasons = ['手机没电', '没带手机', '码扫不出来', '已核对身份'] as const
