import { areas } from './areas'
import { dieEach } from './die-each'

dieEach(areas.legalConsult ?? [])
