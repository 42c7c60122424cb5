import {
  filledIn,
  missingAnswer,
  questionLines,
  stillAsked,
} from '../../miniprogram/packages/activities/pages/signup/answers'
import type { Question } from '../../typings/documents'

const questions: Question[] = [
  { key: 'diet', label: '饮食禁忌', kind: 'TEXT', options: [], required: false },
  { key: 'size', label: '衣服尺码', kind: 'CHOICE', options: ['M', 'L'], required: true },
  { key: 'plate', label: '车牌号', kind: 'TEXT', options: [], required: true },
]

test('the first question that must be answered is asked for, blanks are no answer', () => {
  expect(missingAnswer(questions, {})).toBe('size')
  expect(missingAnswer(questions, { size: 'M', plate: '  ' })).toBe('plate')
  expect(missingAnswer(questions, { size: 'M', plate: '京A' })).toBeUndefined()
})

test('what is sent has neither blanks around nor empty answers nor questions that are not asked', () => {
  expect(filledIn(questions, { diet: ' ', size: 'M', plate: ' 京A ', old: 'x' })).toEqual({
    size: 'M',
    plate: '京A',
  })
})

test('a draft keeps what is still asked and drops a choice that is gone', () => {
  expect(stillAsked(questions, { diet: '不吃辣', size: 'XS', old: 'x' })).toEqual({
    diet: '不吃辣',
    plate: '',
  })
})

test('a text counts its letters, a choice shows its options, both say whether they must be answered', () => {
  expect(questionLines(questions, { diet: '不吃辣', size: 'L' })).toMatchObject([
    { mark: '选填', options: [], count: '3/100' },
    { mark: '必填', options: ['M', 'L'], answer: 'L' },
    { mark: '必填', count: '0/100' },
  ])
})
