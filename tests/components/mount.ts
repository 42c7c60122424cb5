import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as simulate from 'miniprogram-simulate'

const app = path.resolve(__dirname, '../../miniprogram')
const appJson = JSON.parse(readFileSync(path.join(app, 'app.json'), 'utf8'))

const stub = (properties: object, template: string) =>
  simulate.load({ properties, template, options: { multipleSlots: template.includes('name=') } } as never)

const ours = appJson.usingComponents
const stubs = {
  't-button': stub({}, '<slot/>'),
  't-popup': stub({ visible: Boolean }, '<slot wx:if="{{visible}}"/>'),
  't-navbar': stub({ title: String }, '{{title}}<slot name="left"/>'),
}

export function mount(name: string, properties: object) {
  let id = ''
  jest.isolateModules(() => {
    id = simulate.load(`${app}/components/${name}/${name}`, name, { rootPath: app, usingComponents: { ...ours, ...stubs } })
  })
  const component = simulate.render(id, properties as never)
  component.attach(document.body)
  return component
}
