import { startPhone } from './render/start-phone'
import { startServices } from './service/services'

await startPhone(startServices)
