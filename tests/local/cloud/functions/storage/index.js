const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const steps = {
  upload: ({ cloudPath, text }) => cloud.uploadFile({ cloudPath, fileContent: Buffer.from(text) }),
  link: ({ fileID }) => cloud.getTempFileURL({ fileList: [fileID] }),
  links: ({ fileList }) => cloud.getTempFileURL({ fileList }),
  download: async ({ fileID }) => (await cloud.downloadFile({ fileID })).fileContent.toString(),
  remove: ({ fileID }) => cloud.deleteFile({ fileList: [fileID] }),
}

exports.main = async ({ step, ...input }) => {
  try {
    return { data: await steps[step](input) }
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg ?? String(error) }
  }
}
