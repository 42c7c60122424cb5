// @ts-check
/**
 * Draws the icons the mini-program uses into one style sheet: an SVG mask for each, coloured by `currentColor`.
 * TDesign's own icon font comes from a CDN; a person in a basement has none. Run after adding a name:
 * `node scripts/icons.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './setup.mjs'

const FROM_TDESIGN = `
institution cooperate coupon tea chat-bubble heart education usergroup-add book-open
home home-filled calendar calendar-filled app app-filled user user-filled
time location user-circle scan notification secured brightness wifi-off call-1 edit-1 qrcode file
chevron-right chevron-down chevron-left search check check-circle error-circle info-circle remove add close
star star-filled desktop setting user-transmit user-setting tree-square-dot
user-list user-checked copy download image delete browse hourglass stop-circle ellipsis assignment map-location rollback
`
  .trim()
  .split(/\s+/)

/** Drawn by us with the same 24 grid and 2 px stroke: what TDesign has no glyph for. */
const OWN = {
  baby: 'M10 3h4M12 3v3M9 6h6l1 4H8zM8 10h8v11H8zM8 14h4M8 17.5h4',
  'large-text': 'M2 20L8.5 4 15 20M4.5 15h8M15.5 20L19 11.5 22.5 20M16.8 17h4.4',
}

/** Line drawings for empty pages: a 96 grid, so that the stroke stays fine. */
const DRAWINGS = {
  'empty-calendar':
    'M20 20h56a8 8 0 018 8v48a8 8 0 01-8 8H20a8 8 0 01-8-8V28a8 8 0 018-8zM12 38h72M32 12v16M64 12v16M36 62h24',
  'empty-inbox': 'M48 16a22 22 0 00-22 22v18l-8 12h60l-8-12V38a22 22 0 00-22-22zM40 68a8 8 0 0016 0M48 10v6',
  'empty-code':
    'M12 30V20a8 8 0 018-8h10M66 12h10a8 8 0 018 8v10M84 66v10a8 8 0 01-8 8H66M30 84H20a8 8 0 01-8-8V66M30 30h12v12H30zM54 30h12v12H54zM30 54h12v12H30zM54 54h12M66 66H54',
}

/** @param {string} name @returns {string} */
function shapes(name) {
  const svg = readFileSync(path.join(root, `node_modules/tdesign-icons-svg/src/${name}.svg`), 'utf8')
  return (
    svg
      .replace(/^<svg[^>]*>|<\/svg>$/g, '')
      .replace(/<path [^>]*fill="transparent"[^>]*><\/path>/g, '')
      // a clip to the whole grid clips nothing
      .replace(/<defs>.*<\/defs>| clip-path="[^"]*"/g, '')
      .replace(/ id="[^"]*"/g, '')
      .replace(/<g>|<\/g>/g, '')
      .replace(/><\/path>/g, '/>')
      .replace(/currentColor/g, '#000')
  )
}

/** @param {string} path @returns {string} */
const stroke = path => `<path d="${path}" stroke="#000" stroke-width="2" stroke-linecap="square"/>`

/** @param {string} name @param {string} inner @returns {string} */
function rule(name, inner, grid = 24) {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' fill='none' viewBox='0 0 ${grid} ${grid}'>${inner.replace(/"/g, "'")}</svg>`
  const mask = `url("data:image/svg+xml,${svg.replace(/[<>#%]/g, encodeURIComponent)}")`
  return `.icon-${name} {\n  -webkit-mask-image: ${mask};\n}\n`
}

const rules = [
  ...FROM_TDESIGN.map(name => rule(name, shapes(name))),
  ...Object.entries(OWN).map(([name, path]) => rule(name, stroke(path))),
  ...Object.entries(DRAWINGS).map(([name, path]) => rule(name, stroke(path), 96)),
]
const head = `/* Written by scripts/icons.mjs from tdesign-icons-svg; do not edit. */
.icon {
  display: inline-block;
  flex: none;
  vertical-align: middle;
  background-color: currentColor;
  -webkit-mask-size: 100% 100%;
  -webkit-mask-repeat: no-repeat;
}
`
writeFileSync(path.join(root, 'miniprogram/components/icon/icon.wxss'), head + rules.join(''))
console.log(`${rules.length} icons`)
