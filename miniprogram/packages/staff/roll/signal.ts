/** What a door hears and feels: staff look at the person, not at the screen. */
const SOUNDS = { ok: 'ok', again: 'again', refused: 'refused' } as const

export type Signal = keyof typeof SOUNDS

export function signal(kind: Signal): void {
  const audio = wx.createInnerAudioContext()
  audio.src = `/packages/staff/roll/${SOUNDS[kind]}.mp3`
  audio.onEnded(() => audio.destroy())
  // a phone that may not play still vibrates
  audio.onError(() => audio.destroy())
  audio.play()
  if (kind === 'ok') void wx.vibrateShort({ type: 'medium' })
  else void wx.vibrateLong()
}
