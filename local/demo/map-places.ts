import type { MapPlace } from '../cloud/demo'
import { openProgrammes } from './programmes-open'
import { otherProgrammes } from './programmes-other'

const spots = [...openProgrammes, ...otherProgrammes].map(({ spot }) => spot)

/** Where the demo's activities are, each once: what there is to choose on the map of a machine without a network. */
export const mapPlaces: MapPlace[] = [...new Map(spots.map(spot => [spot.name, spot])).values()]
