/** For what the browser lacks: throws by name, and says so where a person sees it even if the caller swallows errors. */
export function fail(message: string): never {
  console.error(message)
  throw new Error(message)
}
