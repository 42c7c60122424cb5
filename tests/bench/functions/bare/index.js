// The yardstick: one bare `add` and nothing else, through the same SDK as the functions.
const cloudbase = require('@cloudbase/node-sdk')

const db = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true }).database()

exports.main = ({ id }) =>
  db.collection('consents').add({ _id: id, personId: id, purpose: 'BENCH', give: true, at: 0 })
