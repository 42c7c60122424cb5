import { Connection } from './connection'

/** Readers whose view of the database stays as it was when they were taken; given back, they are used again. */
export class Snapshots {
  private readonly idle: Connection[] = []

  constructor(private readonly file: string) {}

  take(): Connection {
    const reader = this.idle.pop() ?? new Connection(this.file)
    reader.run('BEGIN')
    // SQLite fixes the view at the first read
    reader.first('SELECT count(*) FROM _collections')
    return reader
  }

  release(reader: Connection): void {
    reader.run('ROLLBACK')
    this.idle.push(reader)
  }

  close(): void {
    for (const reader of this.idle.splice(0)) reader.close()
  }
}
