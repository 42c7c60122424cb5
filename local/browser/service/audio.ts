import { Listeners } from './listeners'

/** `wx.createInnerAudioContext`: a sound of the package or of an address. What a browser refuses to play stays silent. */
export function audio() {
  return { createInnerAudioContext: () => new InnerAudio() }
}

class InnerAudio {
  readonly #element = new Audio()
  readonly #errors = new Listeners<object>()
  readonly #plays = new Listeners<object>()
  readonly #ends = new Listeners<object>()
  readonly onError = this.#errors.on
  readonly offError = this.#errors.off
  readonly onPlay = this.#plays.on
  readonly offPlay = this.#plays.off
  readonly onEnded = this.#ends.on
  readonly offEnded = this.#ends.off
  obeyMuteSwitch = true
  autoplay = false

  constructor() {
    this.#element.addEventListener('playing', () => this.#plays.tell({}))
    this.#element.addEventListener('ended', () => this.#ends.tell({}))
    this.#element.addEventListener('error', () => this.#errors.tell({ errCode: 10002, errMsg: 'not found' }))
  }

  get src(): string {
    return this.#element.getAttribute('src') ?? ''
  }

  set src(path: string) {
    this.#element.src = path
    if (this.autoplay) this.play()
  }

  get volume(): number {
    return this.#element.volume
  }

  set volume(level: number) {
    this.#element.volume = level
  }

  get loop(): boolean {
    return this.#element.loop
  }

  set loop(again: boolean) {
    this.#element.loop = again
  }

  get paused(): boolean {
    return this.#element.paused
  }

  play(): void {
    // without a touch of the page first, browsers refuse; what cannot be loaded is told by `error`
    this.#element.play().catch((refusal: unknown) => console.info('no sound:', String(refusal)))
  }

  pause(): void {
    this.#element.pause()
  }

  stop(): void {
    this.#element.pause()
    this.#element.currentTime = 0
  }

  seek(seconds: number): void {
    this.#element.currentTime = seconds
  }

  destroy(): void {
    this.stop()
    this.#element.removeAttribute('src')
  }
}
