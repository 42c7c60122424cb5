// Tells who it thinks is calling, before and after a while, and in a function that it calls.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))
const leaked = []

exports.main = async ({ ms = 0, nested = 0, also, userInfo }) => {
  const { OPENID, APPID, SOURCE, ENV } = cloud.getWXContext()
  leaked.push(process.env.ONLY_THIS_CALL)
  process.env.ONLY_THIS_CALL = 'set by an earlier call'
  await sleep(ms)
  const call = depth => cloud.callFunction({ name: 'caller', data: { nested: depth } })
  return {
    openid: OPENID,
    appid: APPID,
    source: SOURCE,
    env: ENV,
    userInfo,
    later: cloud.getWXContext().OPENID,
    leaked: leaked.some(Boolean),
    inner: nested > 0 ? (await call(nested - 1)).result : undefined,
    many: also
      ? (await Promise.all(Array.from({ length: also }, () => call(0)))).map(r => r.result.openid)
      : undefined,
    pid: process.pid,
    zone: [process.env.TZ, new Date(0).getHours()],
    keys: [process.env.GJ_PEPPER, process.env.GJ_KEYS].map(key => key?.length > 20),
    home: process.env.HOME,
  }
}
