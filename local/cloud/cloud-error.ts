/** An error the cloud answers with: `code` and `message` travel to the SDK as they are. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}
