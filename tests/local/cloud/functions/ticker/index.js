// Leaves a document for each run, from its beginning to its end, and tells who it thinks is calling.
const { init } = require('@cloudbase/node-sdk')
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const app = init({ env: 'local' })
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))

exports.main = async event => {
  const runs = app.database().collection('runs')
  const { id } = await runs.add({ began: Date.now(), ended: 0, event, context: cloud.getWXContext() })
  await cloud.openapi.subscribeMessage.send({
    touser: 'oLin',
    templateId: 'T',
    data: { thing1: { value: '一' } },
  })
  await sleep(100)
  await runs.doc(id).update({ ended: Date.now() })
  return { id, event }
}
