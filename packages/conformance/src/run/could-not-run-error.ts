/** Nothing could be tested: the message says why, and what to do. */
export class CouldNotRunError extends Error {
  override name = "CouldNotRunError";
  readonly code = "could_not_run";
}
