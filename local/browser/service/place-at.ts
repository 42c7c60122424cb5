import type { MapPlace } from './local-cloud'

/** A point without a name; undefined for what is not on the earth. */
export function placeAt(text: string): MapPlace | undefined {
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*[,，\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text)
  const [lat, lng] = [Number(found?.[1]), Number(found?.[2])]
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) return undefined
  return { name: '', address: '', lng, lat }
}
