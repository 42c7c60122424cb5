/** A state in words, with its number strong: 余 29 名, 仅余 2 名, 已报名，第 32 号. See words.ts. */
Component({ properties: { words: Object } })
