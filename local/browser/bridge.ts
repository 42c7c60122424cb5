/**
 * What the phone knows of the world around it. Behind it is the workbench beside the frame, or, when the phone has the
 * window to itself, a stand-in that reads the address: `/phone.html?as=<persona key>`.
 */
export interface Bridge {
  /** WeChat's identity for the person at the phone. */
  openid(): string
  online(): boolean
  /** Milliseconds to add to each answer, for the slow network. */
  delayMs(): number
  onNetworkChange(listener: () => void): void
  /** Epoch ms of the local cloud's clock minus the browser's. */
  clockOffset(): number
  onClockChange(listener: () => void): void
  theme(): 'light' | 'dark'
  onThemeChange(listener: () => void): void
  /** The camera looks at a printed code: resolves with its content, or undefined when the person gives up. */
  scan(): Promise<string | undefined>
  /** The workbench hands a code over as WeChat's own scanner would: the app opens at this path. */
  onOpen(listener: (path: string) => void): void
}
