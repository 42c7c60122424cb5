import type { Poster } from '../../../../../typings/api/insight'
import { HOTLINE } from '../../../../shared/services'
import { breakLines, cutLines } from './break-lines'

/** A4 at 200 dots an inch. All lengths are such dots. */
export const paper = { width: 1654, height: 2339 }
/** Where the phone has no room for that. */
export const smallPaper = { width: 1240, height: 1754 }

const LEFT = 128
const RIGHT = paper.width - LEFT
export const cover = { x: 0, y: 0, width: paper.width, height: 1000 }
/** 53.8 mm. */
export const code = { x: RIGHT - 424, y: 1500, width: 424, height: 424 }

export const colours = { ink: '#1f2329', soft: '#565d67', red: '#c8161d', paper: '#ffffff' } as const

export interface Text {
  text: string
  x: number
  /** Of the base line. */
  y: number
  size: number
  weight: 400 | 500 | 600
  colour: keyof typeof colours
  align: 'left' | 'right' | 'center'
}

/** Width of a text of this size and weight. */
export type MeasureAt = (text: string, size: number, weight: Text['weight']) => number

const TITLE_SIZES = [132, 116, 100, 88, 76]
const LEAST_TITLE = 66
const TITLE_TOP = 1072
const TITLE_ROOM = 344
const FACT_SIZES = [50, 46, 42, 38]
const LEAST_FACT = 34
const FACTS_TOP = 1500
const FACTS_ROOM = 620
const FACTS_WIDTH = code.x - 72 - LEFT
const LABEL = 34
const FOOT = 2226

/** Every word of a poster and where it stands. */
export function texts(poster: Poster, measure: MeasureAt): Text[] {
  return [...title(poster, measure), ...facts(poster, measure), ...invitation(), ...foot(poster, measure)]
}

/** As large as two lines allow, in the middle of the room they have. */
function title(poster: Poster, measure: MeasureAt): Text[] {
  const width = RIGHT - LEFT
  const at = (size: number) => (text: string) => measure(text, size, 600)
  const size = TITLE_SIZES.find(one => breakLines(poster.title, width, 2, at(one))) ?? LEAST_TITLE
  const lines = cutLines(poster.title, width, 2, at(size))
  const height = size * 1.3
  const top = TITLE_TOP + (TITLE_ROOM - lines.length * height) / 2
  return lines.map((text, i) => ({
    text,
    x: LEFT,
    y: top + i * height + size,
    size,
    weight: 600,
    colour: 'ink',
    align: 'left',
  }))
}

/** A label and one or two lines each, as large as their room allows. */
function facts({ lines }: Poster, measure: MeasureAt): Text[] {
  const broken = (size: number) =>
    lines.map(({ label, text }) => ({
      label,
      words: cutLines(text, FACTS_WIDTH, 2, one => measure(one, size, 500)),
    }))
  const heightOf = (size: number) =>
    broken(size).reduce((sum, { words }) => sum + factHeight(size, words.length), 0) - gapOf(size)
  const size = FACT_SIZES.find(one => heightOf(one) <= FACTS_ROOM) ?? LEAST_FACT
  let top = FACTS_TOP
  return broken(size).flatMap(({ label, words }) => {
    const from = top
    top += factHeight(size, words.length)
    const line = { x: LEFT, align: 'left' } as const
    return [
      { ...line, text: label, y: from + LABEL, size: LABEL, weight: 400, colour: 'soft' } as const,
      ...words.map(
        (text, i) =>
          ({
            ...line,
            text,
            y: from + LABEL * 1.4 + i * size * 1.28 + size,
            size,
            weight: 500,
            colour: 'ink',
          }) as const,
      ),
    ]
  })
}

const gapOf = (size: number): number => size * 0.8
const factHeight = (size: number, lines: number): number => LABEL * 1.4 + lines * size * 1.28 + gapOf(size)

/** Under the code; red, and as dark in grey. */
export const button = { x: code.x, y: code.y + code.height + 24, width: code.width, height: 96, radius: 18 }

function invitation(): Text[] {
  const { x, y, width, height } = button
  const middle = { x: x + width / 2, y: y + height / 2 + 15, align: 'center' } as const
  return [{ ...middle, text: '微信扫一扫报名', size: 43, weight: 600, colour: 'paper' }]
}

export const rule = { x: LEFT, y: 2154, width: RIGHT - LEFT, height: 2 }

/** Who invites, and how to check that they do. */
function foot({ org, shortId }: Poster, measure: MeasureAt): Text[] {
  const check = `热线 ${HOTLINE}　核验号 ${shortId}`
  const room = RIGHT - LEFT - measure(check, LABEL, 400) - 48
  const [name = org] = cutLines(org, room, 1, text => measure(text, LABEL, 500))
  const line = { y: FOOT, size: LABEL, colour: 'ink' } as const
  return [
    { ...line, text: name, x: LEFT, weight: 500, align: 'left' },
    { ...line, text: check, x: RIGHT, weight: 400, align: 'right' },
  ]
}

/** The part of a picture that fills `to` without being stretched, cut alike at both sides. */
export function filling(
  picture: { width: number; height: number },
  to: { width: number; height: number },
): { x: number; y: number; width: number; height: number } {
  const scale = Math.min(picture.width / to.width, picture.height / to.height)
  const [width, height] = [to.width * scale, to.height * scale]
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height }
}
