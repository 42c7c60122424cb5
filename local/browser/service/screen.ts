import { asynchronous, Failure } from './asynchronous'
import { expectParameter } from './parameters'

/** A frame in a browser neither shines brighter nor shakes nor sleeps: the calls keep their values and answer. */
export function screen() {
  let brightness = 0.5
  return asynchronous({
    setScreenBrightness({ value }: { value: number }) {
      expectParameter('value', value, 'Number')
      if (value < 0 || value > 1) throw new Failure('parameter error: value should be between 0 and 1')
      brightness = value
    },
    getScreenBrightness: () => ({ value: brightness }),
    setKeepScreenOn: ({ keepScreenOn }: { keepScreenOn: boolean }) => void keepScreenOn,
    setVisualEffectOnCapture: () => undefined,
    vibrateShort: () => undefined,
    vibrateLong: () => undefined,
  })
}
