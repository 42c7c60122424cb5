import { agreements } from '../../miniprogram/shared/agreements'
import { maskName, maskPhone } from '../../miniprogram/shared/mask'
import { sceneIn } from '../../miniprogram/shared/scene'
import { unionServices } from '../../miniprogram/shared/services'

test('a name shows its first character and a phone number its ends', () => {
  expect(maskName('林禾')).toBe('林*')
  expect(['周小川', '欧阳小川', '𠮷田'].map(maskName)).toEqual(['周**', '欧***', '𠮷*'])
  expect(['13812346620', '+85291234567', '12345'].map(maskPhone)).toEqual([
    '138****6620',
    '+852****4567',
    '****2345',
  ])
})

test('a scanned text gives its scene whether printed bare or inside the path of a mini-program code', () => {
  expect(sceneIn('a01K5AAAAAAAAAAAAAAAAAAAAAA12345')).toBe('a01K5AAAAAAAAAAAAAAAAAAAAAA12345')
  expect(sceneIn('pages/scan/scan?scene=a01K5&x=1')).toBe('a01K5')
  expect(sceneIn('https://example.com/100%')).toBe('')
  expect(sceneIn('a'.repeat(33))).toBe('')
})

test('each agreement names its version and says what is collected, kept and whom to call', () => {
  for (const { version, paragraphs } of Object.values(agreements)) {
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(paragraphs.join('')).toMatch(/12351/)
    expect(paragraphs.join('')).toMatch(/注销|删除/)
  }
})

test('the ten services stand in their fixed order', () => {
  expect(unionServices.map(service => service.name).join(' · ')).toBe(
    '法律咨询 · 线上调解 · 普惠服务 · 暖心驿站 · 职工诉求 · 困难帮扶 · 学历资助 · 加入工会 · 母婴关爱室 · 职工书屋',
  )
})
