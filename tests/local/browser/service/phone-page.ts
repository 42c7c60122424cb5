/// <reference types="vite/client" />
import { startServices } from '../../../../local/browser/service/services'
import type { Journal } from './fake-host'
import { fakeHost } from './fake-host'

/** The document that the tests open: the services on a host without a framework. */
const journal: Journal = { calls: [] }
const device = document.createElement('div')
device.id = 'device'
document.body.append(device)
const host = fakeHost(device, journal)
const ready = startServices(host)
Object.assign(window, { phone: { host, journal, ready } })
