const steps = {
  pid: () => process.pid,
  time: () => ({ now: Date.now(), date: new Date().getTime(), text: new Date(Date()).getFullYear() }),
  say: ({ text }) => console.log(text),
  nothing: () => undefined,
  throw: () => {
    throw new Error('thrown on purpose')
  },
  exit: () => process.exit(3),
  hang: () => new Promise(() => {}),
  spin: () => {
    for (;;);
  },
}

exports.main = ({ step, ...input }) => steps[step](input)
