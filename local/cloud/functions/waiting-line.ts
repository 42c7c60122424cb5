/** Calls that wait for an instance: deeper ones first, then in the order of arrival. */
export class WaitingLine<T> {
  private readonly byDepth: T[][] = []

  push(depth: number, waiter: T) {
    for (let d = this.byDepth.length; d <= depth; d++) this.byDepth.push([])
    this.byDepth[depth]?.push(waiter)
  }

  /** Takes the first waiter whose depth is admitted. */
  take(admits: (depth: number) => boolean = () => true): T | undefined {
    const line = this.byDepth.findLast((waiters, depth) => waiters.length > 0 && admits(depth))
    return line?.shift()
  }

  /** How many wait, by depth, the deepest first. */
  lengths(): [depth: number, length: number][] {
    return this.byDepth.map((waiters, depth): [number, number] => [depth, waiters.length]).reverse()
  }
}
