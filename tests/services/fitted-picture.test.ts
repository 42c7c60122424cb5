const MB = 1024 * 1024

interface Shrunk {
  quality: number
  compressedWidth: number
}

/** A phone whose compressed pictures have these sizes in turn. */
function phone(info: { width: number; height: number; type: string } | undefined, sizes: number[] = []) {
  const asked: Shrunk[] = []
  const getFileInfo = ({ success }: { success(info: object): void }) => success({ size: sizes.shift() })
  const wx = {
    getImageInfo: async () => info ?? Promise.reject(new Error('getImageInfo:fail')),
    compressImage: async ({ quality, compressedWidth }: Shrunk) => {
      asked.push({ quality, compressedWidth })
      return { tempFilePath: `small-${asked.length}.jpg` }
    },
    getFileSystemManager: () => ({ getFileInfo }),
  }
  Object.assign(globalThis, { wx })
  return asked
}
const load = () => import('../../miniprogram/services/fitted-picture')
const chosen = (bytes: number) => ({ path: 'chosen.jpg', bytes })

test('a picture that WeChat can look at is sent as it is', async () => {
  const { fittedPicture } = await load()
  const asked = phone({ width: 750, height: 1334, type: 'jpeg' })
  expect(await fittedPicture(chosen(MB))).toEqual(chosen(MB))
  expect(asked).toEqual([])
})

test('one that is too wide, too high, too heavy or of another kind is made smaller first', async () => {
  const { fittedPicture } = await load()
  const cases = [
    [{ width: 3000, height: 2000, type: 'jpeg' }, 300, 750],
    [{ width: 750, height: 2668, type: 'png' }, 300, 375],
    [{ width: 700, height: 500, type: 'jpeg' }, MB + 1, 700],
    [{ width: 700, height: 500, type: 'webp' }, 300, 700],
  ] as const
  for (const [info, bytes, compressedWidth] of cases) {
    const asked = phone(info, [200_000])
    expect(await fittedPicture(chosen(bytes))).toEqual({ path: 'small-1.jpg', bytes: 200_000 })
    expect(asked).toEqual([{ quality: 80, compressedWidth }])
  }
})

test('where one step does not suffice a second is taken, and then it is said that it cannot be done', async () => {
  const { fittedPicture } = await load()
  const info = { width: 3000, height: 2000, type: 'jpeg' }
  phone(info, [MB + 1, MB])
  expect(await fittedPicture(chosen(9 * MB))).toEqual({ path: 'small-2.jpg', bytes: MB })
  phone(info, [MB + 2, MB + 1])
  expect(await fittedPicture(chosen(9 * MB))).toBeUndefined()
  phone(undefined)
  expect(await fittedPicture(chosen(300))).toBeUndefined()
})
