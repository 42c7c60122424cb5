import type { Clock } from '../clock/clock'
import type { Database } from './database/database'
import type { Keys } from './keys'

export interface Persona {
  key: string
  openid: string
  name: string
  note: string
  /** Masked, as WeChat's own sheet shows it. */
  phone?: string
}

/** A printed QR code that the phone may look at; `scene` is what the code carries. */
export interface PrintedCode {
  title: string
  note: string
  scene: string
}

/** A place that the phone's map knows; degrees, GCJ-02. */
export interface MapPlace {
  name: string
  address: string
  lng: number
  lat: number
}

/** Who and what the demo brings; the workbench shows it. */
export interface Demo {
  personas(): Persona[]
  codes(): PrintedCode[] | Promise<PrintedCode[]>
  places(): MapPlace[]
  /** The phone number that WeChat knows of this person. */
  phoneOf(openid: string): string | undefined
}

/** What a demo may use while it is set up, before the cloud answers its first request. */
export interface DemoWorld {
  database: Database
  clock: Clock
  keys: Keys
}

export const noDemo: Demo = {
  personas: () => [],
  codes: () => [],
  places: () => [],
  phoneOf: () => undefined,
}
