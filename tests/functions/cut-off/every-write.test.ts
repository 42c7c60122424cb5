import { readdirSync } from 'node:fs'
import { permissions } from '../../../cloudfunctions/_kit/permissions'
import { areas } from './areas'

test('every action that writes has a case', () => {
  const writing = Object.entries(permissions).flatMap(([fn, actions]) =>
    Object.entries(actions)
      .filter(([, permission]) => 'writes' in permission)
      .map(([action]) => `${fn}.${action}`),
  )
  const covered = Object.values(areas).flatMap(cases => cases.map(({ name }) => name.split(' ')[0]))
  expect([...new Set(covered)].sort()).toEqual(writing.sort())
})

const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

test('every area is run', () => {
  const files = readdirSync(__dirname)
  const missing = Object.keys(areas).filter(area => !files.includes(`${kebab(area)}.test.ts`))
  expect(missing).toEqual([])
})
