import { asynchronous } from './asynchronous'
import { dialog } from './dialog'
import { element } from './element'
import type { Phone } from './phone'

interface Modal {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  cancelColor?: string
  confirmText?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

export function modal({ host }: Phone) {
  return asynchronous({
    async showModal(options: Modal) {
      const { title, content, showCancel = true, cancelText = '取消', confirmText = '确定' } = options
      const field = element('textarea', {
        placeholder: options.placeholderText ?? '',
        'aria-label': title ?? '',
      })
      field.value = content ?? ''
      const body = [
        ...(title ? [element('h2', {}, title)] : []),
        ...(options.editable ? [element('div', { class: 'sys-dialog-field' }, field)] : []),
        ...(content && !options.editable ? [element('p', {}, content)] : []),
      ]
      const cancel = { text: cancelText, color: options.cancelColor }
      const confirm = { text: confirmText, color: options.confirmColor, primary: true }
      const pressed = await dialog(host.layer, body, showCancel ? [cancel, confirm] : [confirm])
      const confirmed = pressed === (showCancel ? 1 : 0)
      return {
        confirm: confirmed,
        cancel: !confirmed,
        content: options.editable && confirmed ? field.value : null,
      }
    },
  })
}
