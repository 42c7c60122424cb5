import Libsql from 'libsql'

/** How many distinct statements stay prepared. */
const keep = 400

export type Parameter = string | number | Buffer | null

/** One SQLite connection with its prepared statements. Parameters always go as one array: libsql mistakes a lone Buffer. */
export class Connection {
  private readonly db: Libsql.Database
  private readonly prepared = new Map<string, Libsql.Statement>()

  constructor(file: string) {
    this.db = new Libsql(file)
    this.db.pragma('journal_mode=WAL')
    this.db.pragma('synchronous=FULL')
  }

  execute(sql: string): void {
    this.db.exec(sql)
  }

  run(sql: string, parameters: Parameter[] = []): number {
    return this.statement(sql).run(parameters).changes
  }

  rows(sql: string, parameters: Parameter[] = []): unknown[][] {
    return this.statement(sql).all(parameters) as unknown[][]
  }

  first(sql: string, parameters: Parameter[] = []): unknown[] | undefined {
    return this.rows(sql, parameters)[0]
  }

  /** Visits every row; the visitor must not stop early: an unfinished cursor would pin the write-ahead log. */
  each(sql: string, parameters: Parameter[], visit: (row: unknown[]) => void): void {
    for (const row of this.statement(sql).iterate(parameters)) visit(row as unknown[])
  }

  /** One durable commit around the work; what was written before a failure is undone. */
  atomically<T>(work: () => T): T {
    this.run('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.run('COMMIT')
      return result
    } catch (error) {
      this.run('ROLLBACK')
      throw error
    }
  }

  /** One durable commit around the work; what was written before a failure is kept. */
  together<T>(work: () => T): T {
    this.run('BEGIN IMMEDIATE')
    try {
      return work()
    } finally {
      this.run('COMMIT')
    }
  }

  close(): void {
    this.prepared.clear()
    this.db.close()
  }

  private statement(sql: string): Libsql.Statement {
    const known = this.prepared.get(sql)
    if (known) return known
    if (this.prepared.size >= keep) this.prepared.clear()
    const made = this.db.prepare(sql)
    if (/^SELECT/.test(sql)) made.raw()
    this.prepared.set(sql, made)
    return made
  }
}
