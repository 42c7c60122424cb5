export { readCursor, writeCursor, type Mark } from '../_kit/cursor'
