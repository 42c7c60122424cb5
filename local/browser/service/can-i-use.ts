const components = new Set(
  (
    'view scroll-view swiper swiper-item text rich-text icon progress button checkbox checkbox-group form input label ' +
    'picker picker-view picker-view-column radio radio-group slider switch textarea navigator image canvas block slot ' +
    'root-portal page-meta navigation-bar'
  ).split(' '),
)

/**
 * `api`, `api.success`, `object.method` or `component.attribute.option`, answered from what is provided. Parameters and
 * returns of a provided call are taken as supported.
 */
export function canIUse(provided: Record<string, unknown>, openTypes: string[]) {
  return (schema: string): boolean => {
    const [name = '', part = '', option = ''] = schema.split('.')
    if (Object.hasOwn(provided, name)) {
      const call = provided[name]
      return typeof call === 'function' || !part || Object.hasOwn(call as object, part)
    }
    if (name === 'button' && part === 'open-type') return !option || openTypes.includes(option)
    return components.has(name)
  }
}
