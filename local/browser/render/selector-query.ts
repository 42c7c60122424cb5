import type { component, glassEasel } from 'glass-easel-miniprogram-adapter'
import { readFields, readViewport, type Fields } from './node-fields'
import type { OpenPage } from './open-page'

type Caller = component.GeneralComponent
type Listener = (result: unknown) => void

interface Request {
  read(): unknown
  done?: Listener | undefined
}

/** The documented SelectorQuery: collects requests and answers all of them, in order, on `exec`. */
export class SelectorQuery {
  readonly requests: Request[] = []

  constructor(
    private root: Caller | undefined,
    private readonly topPage: () => OpenPage | undefined,
  ) {}

  in(root: Caller): this {
    this.root = root
    return this
  }

  select(selector: string): NodesRef {
    return new NodesRef(this, fields => {
      const [node] = this.find(selector)
      return node ? readFields(node, fields) : null
    })
  }

  selectAll(selector: string): NodesRef {
    return new NodesRef(this, fields => this.find(selector).map(node => readFields(node, fields)))
  }

  selectViewport(): NodesRef {
    return new NodesRef(this, fields => readViewport(this.topPage()?.scroller, fields))
  }

  exec(done?: (results: unknown[]) => void): void {
    // WeChat answers after the rendering that is under way
    setTimeout(() => {
      const results = this.requests.map(({ read }) => read())
      this.requests.forEach((request, index) => request.done?.(results[index]))
      done?.(results)
    })
  }

  private find(selector: string): glassEasel.Element[] {
    const root = this.root ?? (this.topPage()?.page as unknown as Caller | undefined)
    return root?._$.getShadowRoot()?.querySelectorAll(selector) ?? []
  }
}

class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly read: (fields: Fields) => unknown,
  ) {}

  fields(fields: Fields, done?: Listener): SelectorQuery {
    this.query.requests.push({ read: () => this.read(fields), done })
    return this.query
  }

  boundingClientRect(done?: Listener): SelectorQuery {
    return this.fields({ id: true, dataset: true, rect: true, size: true }, done)
  }

  scrollOffset(done?: Listener): SelectorQuery {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, done)
  }

  node(done?: Listener): SelectorQuery {
    return this.fields({ node: true }, done)
  }

  context(done?: Listener): SelectorQuery {
    return this.fields({ context: true }, done)
  }
}
