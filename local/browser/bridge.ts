export type Network = 'normal' | 'slow' | 'off'

/**
 * What the phone knows of the world around it. Behind it is the workbench beside the frame, or, when the phone has the
 * window to itself, a stand-in that reads the address: `/phone.html?as=<persona key>`.
 */
export interface Bridge {
  /** WeChat's identity for the person at the phone. */
  openid(): string
  network(): Network
  /** Returns what removes the listener. */
  onNetworkChange(listener: () => void): () => void
  /** Milliseconds to add to the browser's clock to get the local cloud's. */
  clockOffset(): number
  onClockChange(listener: () => void): void
  /** The font size set in WeChat, in px: 17 is its default, 23 its largest but one. */
  fontSize(): number
  /**
   * The camera waits for a printed code: resolves with the scene of the one tapped beside the phone, never when there is
   * nothing beside it. Aborting the signal puts the camera away.
   */
  scan(signal: AbortSignal): Promise<string>
  /** Whether printed codes can be seen beside the phone; otherwise the scanner lists them itself. */
  codesBeside(): boolean
  /** WeChat's own scanner read a printed code: the app opens at this path. */
  onOpen(listener: (path: string) => void): void
}

declare global {
  interface Window {
    /** Offered by the workbench to the phone in its frame; each start of the phone drops the listeners of the last. */
    connectPhone?: () => Bridge
  }
}
